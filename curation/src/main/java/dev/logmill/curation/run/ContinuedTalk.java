package dev.logmill.curation.run;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import java.util.List;

/** What a span that goes on with another one sent: the talk so far and what the span adds. */
public final class ContinuedTalk {
    private ContinuedTalk() {}

    /**
     * The whole of it. A system message that a call of its own begins with takes the place of the one that the talk began with;
     * in a talk that was logged as a whole, of which spans are turns, it stands where it was said.
     *
     * @param before what the other span sent and got
     */
    public static MessageChain of(MessageChain before, Span span) {
        List<Message> added = span.messagesIn();
        int own = isTurn(span) ? 0 : systems(added);
        List<Message> system = added.subList(0, own);
        if (own == 0 || before.first(own).messages().equals(system)) {
            return before.plus(added.subList(own, added.size()));
        }
        int others = systems(before.messages());
        return MessageChain.of(system).plus(before.after(others)).plus(added.subList(own, added.size()));
    }

    /** Turns of a talk are counted, as their times may not tell them apart. */
    private static boolean isTurn(Span span) {
        return span.sequence() > 0;
    }

    private static int systems(List<Message> messages) {
        int count = 0;
        while (count < messages.size() && messages.get(count).role() == Role.SYSTEM) {
            count++;
        }
        return count;
    }
}
