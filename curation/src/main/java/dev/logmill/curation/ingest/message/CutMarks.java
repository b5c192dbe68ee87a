package dev.logmill.curation.ingest.message;

import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.ToolCall;
import java.util.List;

/**
 * The marks that loggers leave where they cut a text: LiteLLM in what it stores in its database, Datadog in what exceeds
 * its limit. Three dots are no mark: people and models write them.
 */
public final class CutMarks {
    private static final List<String> MARKS =
            List.of("(litellm_truncated ", "[This value has been dropped because this span's size exceeds");

    private CutMarks() {}

    /** Notes on a span which of its messages, in and out, were cut. */
    public static void note(SpanBuilder span, List<Message> in, List<Message> out) {
        if (in.stream().anyMatch(CutMarks::isCut)) {
            span.note(Fidelity.TRUNCATED_INPUT);
        }
        if (out.stream().anyMatch(CutMarks::isCut)) {
            span.note(Fidelity.TRUNCATED_OUTPUT);
        }
    }

    private static boolean isCut(Message message) {
        return message.content().filter(CutMarks::holdsOne).isPresent()
                || message.toolCalls().stream().map(ToolCall::arguments).anyMatch(CutMarks::holdsOne);
    }

    private static boolean holdsOne(String text) {
        return MARKS.stream().anyMatch(text::contains);
    }
}
