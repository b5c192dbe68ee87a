package dev.logmill.jobs.command;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.ToolCall;
import java.util.stream.Collectors;

/** Text of a log on a person's screen: on one line, and without what would steer a terminal. */
final class ShownText {
    private ShownText() {}

    /** All of a text on one line. */
    static String whole(String text) {
        return text.strip()
                .codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The beginning of a text, and a sign where that is not all of it. */
    static String cut(String text, int longest) {
        String whole = whole(text);
        return whole.codePointCount(0, whole.length()) <= longest
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, longest)) + "…";
    }

    /** What a message says, and the tools that it calls. */
    static String of(Message message) {
        String said = message.content().or(message::refusal).orElse("");
        String calls = message.toolCalls().stream().map(ShownText::call).collect(Collectors.joining(" "));
        return (said + " " + calls).strip();
    }

    private static String call(ToolCall call) {
        return call.name() + call.arguments();
    }
}
