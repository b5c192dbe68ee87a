package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.privacy.Aliases;
import dev.logmill.curation.privacy.Placeholder;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Signal;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of feedback that knows its trace alone, with the placeholders that the trace's own spans have. */
final class SpokenAliases {
    private final Map<String, Aliases> byTrace;

    private SpokenAliases(Map<String, Aliases> byTrace) {
        this.byTrace = byTrace;
    }

    /** A span's trace and what it tells. */
    private record Told(String trace, String attributes) implements Serializable {}

    /** What the spans of those traces tell that some feedback needs: few, since few people write what the answer should have been. */
    static SpokenAliases of(Night night, Collection<Signal> signals) {
        Set<String> traces = new HashSet<>();
        signals.stream().filter(SpokenAliases::isKeyedByTrace).forEach(signal -> trace(signal)
                .ifPresent(traces::add));
        Map<String, Aliases> byTrace = new HashMap<>();
        if (!traces.isEmpty()) {
            night.tables()
                    .read(
                            CurationTables.SPANS,
                            night.state(CurationTables.SPANS).files(),
                            RemadeTraces.OfTrace.class,
                            span -> traces.contains(TraceKey.text(span.project(), span.traceId())))
                    .map(span -> new Told(TraceKey.text(span.project(), span.traceId()), span.attributes()))
                    .collect()
                    .forEach(told -> byTrace.computeIfAbsent(told.trace(), none -> new Aliases())
                            .add(told.attributes()));
        }
        return new SpokenAliases(byTrace);
    }

    /** What a signal's text says of a pair of its trace. */
    Optional<String> text(Signal signal, Pair pair) {
        Optional<Aliases> aliases = isKeyedByTrace(signal) ? trace(signal).map(byTrace::get) : Optional.empty();
        return aliases.isEmpty()
                ? signal.text()
                : signal.text().map(text -> aliases.get().in(text, said(pair)));
    }

    private static String said(Pair pair) {
        return Stream.concat(pair.input().stream(), Stream.of(pair.output()))
                .map(Message::toString)
                .collect(Collectors.joining());
    }

    private static boolean isKeyedByTrace(Signal signal) {
        return signal.sessionId().isEmpty()
                && signal.text().filter(Placeholder::isIn).isPresent();
    }

    private static Optional<String> trace(Signal signal) {
        return signal.traceId().map(trace -> TraceKey.text(signal.project(), trace));
    }
}
