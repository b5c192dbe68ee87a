package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import java.util.List;
import java.util.Optional;

/**
 * Privacy modes {@code hashed} and {@code metadata}: who called what, when, at what cost and with what end is kept, what was
 * said is not. Ids, names of agents, models and tools, and kinds of failures go the way of {@link ContentRedaction}; so does a
 * span's name that says no more than these ({@link SpanName}).
 */
final class ReducedRedaction implements Redaction {
    private final TextReduction reduction;
    private final Pseudonyms pseudonyms;
    private final ContentRedaction rest;

    ReducedRedaction(TextReduction reduction, Pseudonyms pseudonyms, KeptWords kept) {
        this.reduction = reduction;
        this.pseudonyms = pseudonyms;
        this.rest = new ContentRedaction(pseudonyms, kept);
    }

    @Override
    public Span span(Span span) throws PrivacyFailure {
        return rest.span(reduced(span));
    }

    @Override
    public List<Span> spans(List<Span> together) throws PrivacyFailure {
        return rest.spans(together.stream().map(this::reduced).toList());
    }

    private Span reduced(Span span) {
        return span.toBuilder()
                .name(name(span))
                .messagesIn(messages(span.messagesIn()))
                .messagesOut(messages(span.messagesOut()))
                .tools(span.tools().stream().map(this::tool).toList())
                .toolUse(span.toolUse().map(this::toolUse))
                .failure(span.failure().map(failure -> new Failure(failure.type(), text(failure.message()))))
                .model(span.model().map(this::model))
                .attributes(json(span.attributes()))
                .build();
    }

    /** Rows join by it, so where it may tell more than which operation this is, a keyed hash stands for it. */
    private String name(Span span) {
        return SpanName.of(span).isIdentifier() ? span.name() : pseudonyms.key(span.name());
    }

    @Override
    public Signal signal(Signal signal) throws PrivacyFailure {
        return rest.signal(signal.toBuilder().text(text(signal.text())).build());
    }

    private List<Message> messages(List<Message> messages) {
        return messages.stream()
                .map(message -> new Message(
                        message.role(),
                        text(message.content()),
                        text(message.reasoning()),
                        text(message.refusal()),
                        // Of who asks not even a name is left; an agent's is joined by.
                        message.name().filter(name -> message.role() != Role.USER),
                        message.toolCallId(),
                        message.toolCalls().stream()
                                .map(call -> new ToolCall(call.id(), call.name(), json(call.arguments())))
                                .toList(),
                        message.media().stream()
                                .map(media ->
                                        new Media(media.type(), media.mime(), text(media.uri()), text(media.sha256())))
                                .toList()))
                .toList();
    }

    private Tool tool(Tool tool) {
        return new Tool(tool.name(), text(tool.description()), tool.parameters().map(this::schema));
    }

    /** A schema that says as little, in the one word that schemas have for that (JSON Schema 2020-12, section 8.3). */
    private String schema(String json) {
        ObjectNode schema = Json.MAPPER.createObjectNode();
        reduction.text(json, pseudonyms).ifPresent(left -> schema.put("$comment", left));
        return Json.canonical(schema);
    }

    private ToolUse toolUse(ToolUse use) {
        return new ToolUse(use.name(), use.callId(), use.arguments().map(this::json), text(use.result()));
    }

    private Model model(Model model) {
        return new Model(
                model.provider(),
                model.requested(),
                model.responded(),
                model.parameters().map(this::json),
                model.responseId(),
                model.finishReason());
    }

    private Optional<String> text(Optional<String> text) {
        return text.flatMap(written -> reduction.text(written, pseudonyms));
    }

    private String json(String json) {
        return json.equals("{}") ? json : reduction.json(json, pseudonyms);
    }

    @Override
    public String key(String text) {
        return rest.key(text);
    }

    @Override
    public String digest(String plain) {
        return rest.digest(plain);
    }

    @Override
    public String path(String path) {
        return rest.path(path);
    }
}
