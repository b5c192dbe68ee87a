package dev.logmill.curation.ingest.message;

import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the parts of one message. */
final class MessageParts {
    private final List<String> texts = new ArrayList<>();
    private final List<String> reasoning = new ArrayList<>();
    private final List<ToolCall> calls = new ArrayList<>();
    private final List<Media> media = new ArrayList<>();
    private @Nullable String refusal;

    void text(String text) {
        texts.add(text);
    }

    void reasoning(String text) {
        reasoning.add(text);
    }

    void refusal(String text) {
        refusal = text;
    }

    void call(ToolCall call) {
        calls.add(call);
    }

    void media(Media reference) {
        media.add(reference);
    }

    boolean isEmpty() {
        return texts.isEmpty() && reasoning.isEmpty() && calls.isEmpty() && media.isEmpty() && refusal == null;
    }

    Optional<String> joinedText() {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts));
    }

    Message message(Role role, Optional<String> name, Optional<String> toolCallId) {
        return new Message(
                role,
                joinedText(),
                reasoning.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", reasoning)),
                Optional.ofNullable(refusal),
                name,
                toolCallId,
                calls,
                media);
    }
}
