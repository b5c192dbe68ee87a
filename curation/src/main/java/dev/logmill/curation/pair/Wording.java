package dev.logmill.curation.pair;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.privacy.Placeholder;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.ToolCall;
import java.util.List;

/**
 * What an answer says, as a digest: its words and the tools that it calls. Answers of one wording say the same.
 *
 * <p>White space is no word. Neither is the mark of a placeholder: it depends on the session, which feedback often does
 * not name, so that the same address may have one mark in an answer and another one in what a person made of it.
 */
public final class Wording {
    private Wording() {}

    /** The wording of an answer. */
    public static String of(Message answer) {
        return of(answer.content().orElse(""), answer.toolCalls());
    }

    /** The wording of an answer that is a text and calls nothing. */
    public static String of(String text) {
        return of(text, List.of());
    }

    private static String of(String text, List<ToolCall> calls) {
        Digest digest = Digest.of("wording");
        digest.add(String.join(" ", Placeholder.unmarked(text).strip().split("\\s+", -1)));
        calls.forEach(call -> digest.add(call.id()).add(call.name()).add(call.arguments()));
        return digest.id();
    }
}
