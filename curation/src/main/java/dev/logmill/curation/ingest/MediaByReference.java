package dev.logmill.curation.ingest;

import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A span whose texts hold no inlined bytes, whatever its dialect made of them: what a tool brought as JSON of its own shape, a picture
 * in Markdown. Each message names what it held among its media.
 */
final class MediaByReference {
    private boolean any;

    private MediaByReference() {}

    /** The span itself where it holds none; else one without, which says that it is multimodal. */
    static Span of(Span span) {
        MediaByReference cut = new MediaByReference();
        List<Message> in = cut.messages(span.messagesIn());
        List<Message> out = cut.messages(span.messagesOut());
        Optional<ToolUse> use = span.toolUse().map(cut::use);
        String attributes = cut.text(span.attributes(), new ArrayList<>());
        return cut.any
                ? span.toBuilder()
                        .messagesIn(in)
                        .messagesOut(out)
                        .toolUse(use)
                        .attributes(attributes)
                        .note(Fidelity.MULTIMODAL)
                        .build()
                : span;
    }

    private List<Message> messages(List<Message> messages) {
        List<Message> kept = new ArrayList<>(messages.size());
        for (Message message : messages) {
            kept.add(message(message));
        }
        return kept;
    }

    /** The very same where it holds none: most do. */
    private Message message(Message message) {
        boolean before = any;
        any = false;
        Message cut = cut(message);
        Message kept = any ? cut : message;
        any |= before;
        return kept;
    }

    private Message cut(Message message) {
        List<Media> media = new ArrayList<>(message.media());
        Optional<String> content = message.content().map(text -> text(text, media));
        Optional<String> reasoning = message.reasoning().map(text -> text(text, media));
        List<ToolCall> calls = new ArrayList<>(message.toolCalls().size());
        for (ToolCall call : message.toolCalls()) {
            calls.add(call(call, media));
        }
        return new Message(
                message.role(),
                content,
                reasoning,
                message.refusal(),
                message.name(),
                message.toolCallId(),
                calls,
                media);
    }

    private ToolCall call(ToolCall call, List<Media> media) {
        return new ToolCall(call.id(), call.name(), text(call.arguments(), media));
    }

    private ToolUse use(ToolUse use) {
        List<Media> named = new ArrayList<>();
        return new ToolUse(
                use.name(),
                use.callId(),
                use.arguments().map(text -> text(text, named)),
                use.result().map(text -> text(text, named)));
    }

    private String text(String text, List<Media> media) {
        Optional<InlinedBytes> inlined = InlinedBytes.in(text);
        any |= inlined.isPresent();
        inlined.ifPresent(found -> media.addAll(found.media()));
        return inlined.map(InlinedBytes::text).orElse(text);
    }
}
