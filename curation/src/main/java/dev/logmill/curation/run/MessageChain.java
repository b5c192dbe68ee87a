package dev.logmill.curation.run;

import dev.logmill.curation.trace.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An unchanging conversation that shares its beginning with the conversations that it grew from, so that a run of many
 * steps holds each message once and not once a step.
 */
public final class MessageChain {
    public static final MessageChain EMPTY = new MessageChain(Optional.empty(), 0);

    private final Optional<Link> link;
    private final int size;

    private record Link(MessageChain before, Message last) {}

    private MessageChain(Optional<Link> link, int size) {
        this.link = link;
        this.size = size;
    }

    /** The chain of these messages. */
    public static MessageChain of(List<Message> messages) {
        return EMPTY.plus(messages);
    }

    /** This conversation and one message more. */
    public MessageChain plus(Message message) {
        return new MessageChain(Optional.of(new Link(this, message)), size + 1);
    }

    /** This conversation and these messages. */
    public MessageChain plus(List<Message> messages) {
        MessageChain longer = this;
        for (Message message : messages) {
            longer = longer.plus(message);
        }
        return longer;
    }

    /** How many messages it has. */
    public int size() {
        return size;
    }

    /** The conversation up to before its last message; itself where it is empty. */
    public MessageChain before() {
        return link.map(Link::before).orElse(this);
    }

    /** The last message. */
    public Optional<Message> last() {
        return link.map(Link::last);
    }

    /** Its first {@code count} messages; all of them where it has no more. */
    public MessageChain first(int count) {
        MessageChain shorter = this;
        while (shorter.size > Math.max(count, 0)) {
            shorter = shorter.before();
        }
        return shorter;
    }

    /** Its messages after the first {@code count}, oldest first. */
    public List<Message> after(int count) {
        List<Message> tail = new ArrayList<>(Math.max(size - count, 0));
        for (MessageChain at = this; at.size > Math.max(count, 0); at = at.before()) {
            at.last().ifPresent(tail::add);
        }
        Collections.reverse(tail);
        return List.copyOf(tail);
    }

    /** All its messages, oldest first. */
    public List<Message> messages() {
        return after(0);
    }

    /** How many messages both begin with. */
    public int sharedWith(MessageChain other) {
        int common = grownFrom(other);
        List<Message> mine = after(common);
        List<Message> theirs = other.after(common);
        int equal = 0;
        while (equal < Math.min(mine.size(), theirs.size()) && mine.get(equal).equals(theirs.get(equal))) {
            equal++;
        }
        return common + equal;
    }

    /** The length of the chain that both were built on: found by identity, so no message is compared. */
    private int grownFrom(MessageChain other) {
        MessageChain a = first(other.size);
        MessageChain b = other.first(size);
        while (!a.is(b)) {
            a = a.before();
            b = b.before();
        }
        return a.size;
    }

    @SuppressWarnings("ReferenceEquality") // Shared storage is the point here, not equal content.
    private boolean is(MessageChain other) {
        return this == other || (size == 0 && other.size == 0);
    }
}
