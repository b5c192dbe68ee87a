package dev.logmill.curation.trace;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What came out of a graph that hands its whole state on, as LangGraph's {@code {messages}}, without what went in: of {@code [user:
 * Rain?]} and {@code [user: Rain?, assistant: Yes.]} the answer alone. A state that was kept holds earlier turns before those that
 * went in, and these are left out with them. Instructions that went in need not be in the state.
 */
public final class EchoedInput {
    private static final Set<Role> INSTRUCTS = EnumSet.of(Role.SYSTEM, Role.DEVELOPER);

    private EchoedInput() {}

    /** The span, whose output no longer repeats its input; the span itself where it does not. */
    public static Span without(Span span) {
        List<Message> out = span.messagesOut();
        List<Message> in = span.messagesIn();
        int end = end(in, out);
        if (end < 0) {
            int said = 0;
            while (said < in.size() && INSTRUCTS.contains(in.get(said).role())) {
                said++;
            }
            end = end(in.subList(said, in.size()), out);
        }
        if (end < 0) {
            return span;
        }
        SpanBuilder told = span.toBuilder().messagesOut(out.subList(end, out.size()));
        return end == out.size() && span.kind() == SpanKind.LLM
                ? told.note(Fidelity.MISSING_MESSAGES).build()
                : told.build();
    }

    /** Where the input ends within the output: at its start, else where it stands last; -1 where it does not. */
    private static int end(List<Message> in, List<Message> out) {
        // An answer alone may go on in the next one, and stand there once more.
        if (in.stream().allMatch(message -> message.role() == Role.ASSISTANT)) {
            return -1;
        }
        int start = standsAt(0, in, out) ? 0 : out.size() - in.size();
        while (start >= 0 && !standsAt(start, in, out)) {
            start--;
        }
        if (start < 0) {
            return -1;
        }
        int end = start + in.size();
        boolean answered = end == out.size() && out.get(end - 1).role() == Role.ASSISTANT;
        return answered ? -1 : end;
    }

    private static boolean standsAt(int start, List<Message> in, List<Message> out) {
        for (int i = 0; i < in.size(); i++) {
            if (start + i >= out.size() || !same(in.get(i), out.get(start + i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether two messages say the same; thoughts and ids of calls may be logged on one side alone. */
    private static boolean same(Message one, Message other) {
        return one.role() == other.role()
                && one.content().orElse("").equals(other.content().orElse(""))
                && calls(one).equals(calls(other));
    }

    private static List<String> calls(Message message) {
        return message.toolCalls().stream().map(EchoedInput::told).toList();
    }

    private static String told(ToolCall call) {
        return call.name() + call.arguments();
    }
}
