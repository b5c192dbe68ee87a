package dev.logmill.curation.run;

import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole input of each llm span of a trace: what the span that it continues sent and got, then its own messages. */
final class FullInputs {
    private final SpanTree tree;
    private final Map<String, FullInput> known = new HashMap<>();

    /** A whole input, and what the log left out of it. */
    record FullInput(MessageChain messages, Set<Fidelity> fidelity, boolean predecessorMissing) {
        FullInput {
            fidelity = Set.copyOf(fidelity);
        }
    }

    FullInputs(SpanTree tree) {
        this.tree = tree;
    }

    FullInput of(Span span) {
        Deque<Span> unknown = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        Optional<Span> at = Optional.of(span);
        while (at.isPresent()
                && !known.containsKey(at.get().spanId())
                && seen.add(at.get().spanId())) {
            unknown.push(at.get());
            at = at.get().continuesSpanId().flatMap(tree::span);
        }
        unknown.forEach(each -> known.put(each.spanId(), whole(each)));
        return Optional.ofNullable(known.get(span.spanId())).orElseThrow();
    }

    /** Its predecessor is known by now, unless it never came or the links run in a circle. */
    private FullInput whole(Span span) {
        if (span.continuesSpanId().isEmpty()) {
            return new FullInput(MessageChain.of(span.messagesIn()), Set.of(), false);
        }
        Optional<Span> before = span.continuesSpanId().flatMap(tree::span);
        Optional<FullInput> sent = before.flatMap(found -> Optional.ofNullable(known.get(found.spanId())));
        if (before.isEmpty() || sent.isEmpty()) {
            return new FullInput(MessageChain.of(span.messagesIn()), Set.of(Fidelity.MISSING_MESSAGES), true);
        }
        MessageChain messages = sent.get().messages().plus(before.get().messagesOut());
        return new FullInput(ContinuedTalk.of(messages, span), inherited(before.get(), sent.get()), false);
    }

    /** What was cut out of an earlier message is cut out of every input that repeats it. */
    private static Set<Fidelity> inherited(Span before, FullInput sent) {
        Set<Fidelity> flags = EnumSet.noneOf(Fidelity.class);
        flags.addAll(sent.fidelity());
        for (Fidelity flag : before.fidelity()) {
            if (flag == Fidelity.TRUNCATED_INPUT
                    || flag == Fidelity.TRUNCATED_OUTPUT
                    || flag == Fidelity.PARTIAL_STREAM) {
                flags.add(Fidelity.TRUNCATED_INPUT);
            } else if (flag == Fidelity.MISSING_MESSAGES || flag == Fidelity.MULTIMODAL) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
