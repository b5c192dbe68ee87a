package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.ToolUse;
import java.util.Map;
import java.util.Optional;

/** Replaces identifiers in all of a span that somebody said or that a tool answered. */
final class SpokenRedactor {
    private final JsonRedactor json;
    private final JoinRedactor joins;
    private final MessageRedactor messages;
    private final ToolRedactor offered;
    private final TextRedactor texts;

    /**
     * One for a record.
     *
     * @param json goes over what was said
     * @param offered goes over the tools that were offered, and what they are called with
     * @param texts goes over the type of a failure, and names of things in a span's name
     * @param recall what is known of the rows before
     */
    SpokenRedactor(JsonRedactor json, JoinRedactor joins, ToolRedactor offered, TextRedactor texts, Recall recall) {
        this.json = json;
        this.joins = joins;
        this.messages = new MessageRedactor(joins, json, offered, recall);
        this.offered = offered;
        this.texts = texts;
    }

    JsonRedactor json() {
        return json;
    }

    MessageRedactor messages() {
        return messages;
    }

    ToolRedactor offered() {
        return offered;
    }

    /** A span's name: names of agents, tools and models in it go by form alone, other words are as if they were said. */
    String name(Span span, String scope) throws PrivacyFailure {
        return SpanName.of(span).with(thing -> texts.redact(thing, scope), words -> json.redact(words, scope));
    }

    Optional<ToolUse> toolUse(Optional<ToolUse> use, String scope) throws PrivacyFailure {
        if (use.isEmpty()) {
            return use;
        }
        return Optional.of(new ToolUse(
                joins.name(use.get().name()),
                joins.ids(use.get().callId()),
                json.redact(use.get().arguments(), scope),
                json.redact(use.get().result(), scope)));
    }

    Optional<Failure> failure(Optional<Failure> failure, String scope) throws PrivacyFailure {
        return failure.isEmpty()
                ? failure
                : Optional.of(new Failure(
                        texts.redact(failure.get().type(), scope),
                        json.redact(failure.get().message(), scope)));
    }

    Optional<Model> model(Optional<Model> model, Map<String, String> ids, String scope) throws PrivacyFailure {
        if (model.isEmpty()) {
            return model;
        }
        Model known = model.get();
        Optional<String> parameters = known.parameters().isEmpty()
                ? known.parameters()
                : Optional.of(json.redactWithUsers(known.parameters().get(), ids, scope));
        return Optional.of(new Model(
                joins.names(known.provider()),
                joins.names(known.requested()),
                joins.names(known.responded()),
                parameters,
                joins.ids(known.responseId()),
                joins.names(known.finishReason())));
    }
}
