package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.run.SpanParts;
import dev.logmill.curation.run.UnplacedParts;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The spans of some records, each put together from its parts, and the feedback on each. */
final class SeenSpans {
    private final Map<Key, Span> whole = new LinkedHashMap<>();
    private final Map<String, Key> roots = new HashMap<>();
    private final Map<String, List<Key>> byId = new HashMap<>();
    private final Map<String, WholeInputs> inputs = new HashMap<>();
    private final Map<Key, List<Signal>> about = new HashMap<>();

    /** A span by its trace. */
    record Key(String traceId, String spanId) {
        static Key of(Span span) {
            return new Key(span.traceId(), span.spanId());
        }
    }

    SeenSpans(List<Reading.Read> records) {
        Map<String, List<Span>> traces = new LinkedHashMap<>();
        List<Span> told =
                records.stream().flatMap(record -> record.spans().stream()).toList();
        UnplacedParts.placed(told).forEach(span -> traces.computeIfAbsent(span.traceId(), none -> new ArrayList<>())
                .add(span));
        traces.forEach((trace, parts) -> {
            List<Span> spans = SpanParts.joined(parts);
            inputs.put(trace, new WholeInputs(spans));
            spans.forEach(span -> whole.merge(Key.of(span), span, SeenSpans::newer));
            spans.forEach(
                    span -> UnplacedParts.ids(span).forEach(id -> byId.computeIfAbsent(id, none -> new ArrayList<>())
                            .add(Key.of(span))));
            spans.stream()
                    .filter(span -> span.parentSpanId().isEmpty())
                    .findFirst()
                    .ifPresent(root -> roots.put(trace, Key.of(root)));
        });
        records.forEach(record -> record.signals()
                .forEach(signal -> span(signal).ifPresent(key -> about.computeIfAbsent(key, none -> new ArrayList<>())
                        .add(signal))));
    }

    /** Of two versions of a span the one that ingest would keep. */
    private static Span newer(Span one, Span other) {
        int byVersion = other.versionAt().compareTo(one.versionAt());
        boolean newer = byVersion > 0 || (byVersion == 0 && other.recordDigest().compareTo(one.recordDigest()) > 0);
        return newer ? other : one;
    }

    /** In the order in which their traces, and they within them, were met. */
    List<Span> all() {
        return List.copyOf(whole.values());
    }

    /** The whole spans that a part is of: one that names no trace is of each that has its id. */
    List<Key> of(Span part) {
        Key own = Key.of(part);
        return whole.containsKey(own) ? List.of(own) : byId.getOrDefault(part.spanId(), List.of());
    }

    Span whole(Key key) {
        return Objects.requireNonNull(whole.get(key));
    }

    /** All that went in, also what its own record leaves to those that it continues. */
    List<Message> input(Span span) {
        return Objects.requireNonNull(inputs.get(span.traceId())).of(span);
    }

    List<Signal> about(Key key) {
        return about.getOrDefault(key, List.of());
    }

    boolean isOnSpan(Signal signal) {
        return span(signal).isPresent();
    }

    /** The span that a signal is on; one about a whole trace is on the span that begins it. */
    private Optional<Key> span(Signal signal) {
        Optional<Key> placed = signal.traceId().flatMap(trace -> signal.spanId()
                .map(span -> new Key(trace, span))
                .or(() -> Optional.ofNullable(roots.get(trace))));
        return placed.or(() -> signal.spanId()
                        .filter(span -> signal.traceId().isEmpty())
                        .flatMap(span ->
                                byId.getOrDefault(span, List.of()).stream().findFirst()))
                .filter(whole::containsKey);
    }
}
