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
        if (anyCut(in)) {
            span.note(Fidelity.TRUNCATED_INPUT);
        }
        if (anyCut(out)) {
            span.note(Fidelity.TRUNCATED_OUTPUT);
        }
    }

    private static boolean anyCut(List<Message> messages) {
        for (Message message : messages) {
            if (message.content().filter(CutMarks::holdsOne).isPresent()) {
                return true;
            }
            for (ToolCall call : message.toolCalls()) {
                if (holdsOne(call.arguments())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holdsOne(String text) {
        for (String mark : MARKS) {
            if (text.contains(mark)) {
                return true;
            }
        }
        return false;
    }
}
