package dev.logmill.jobs.sniff;

import dev.logmill.curation.run.ContinuedTalk;
import dev.logmill.curation.run.MessageChain;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole input of spans that only tell what is new: of the spans of one record, the one that each continues is known. */
final class WholeInputs {
    private final Map<String, Span> byId = new HashMap<>();

    WholeInputs(List<Span> spans) {
        spans.forEach(span -> byId.put(span.spanId(), span));
    }

    List<Message> of(Span span) {
        Deque<Span> line = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        Optional<Span> at = Optional.of(span);
        while (at.isPresent() && seen.add(at.get().spanId())) {
            line.push(at.get());
            at = at.get().continuesSpanId().map(byId::get);
        }
        line.removeLast();
        MessageChain talk = MessageChain.EMPTY;
        for (Span before : line) {
            talk = ContinuedTalk.of(talk, before).plus(before.messagesOut());
        }
        return ContinuedTalk.of(talk, span).messages();
    }
}
