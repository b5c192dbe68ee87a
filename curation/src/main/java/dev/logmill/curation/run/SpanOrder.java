package dev.logmill.curation.run;

import dev.logmill.curation.trace.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The order of a trace's spans: by start (spans without one last), then sequence, then who continues whom, then span
 * id. A total order: no two spans of a trace are equal in it, and it does not depend on how they came in.
 */
final class SpanOrder {
    private SpanOrder() {}

    static List<Span> sorted(Collection<Span> spans) {
        Map<String, Integer> links = continuationDepths(spans);
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing((Span span) -> span.startedAt().orElse(Instant.MAX))
                .thenComparingInt(Span::sequence)
                .thenComparingInt(span -> links.getOrDefault(span.spanId(), 0))
                .thenComparing(Span::spanId));
        return sorted;
    }

    /** How many spans come before each one along the continues links; a link into a circle ends there. */
    private static Map<String, Integer> continuationDepths(Collection<Span> spans) {
        Map<String, String> before = new HashMap<>();
        for (Span span : spans) {
            span.continuesSpanId().ifPresent(id -> before.put(span.spanId(), id));
        }
        Map<String, Integer> depths = new HashMap<>();
        // Sorted, because the depths inside of a circle depend on where the walk enters it.
        before.keySet().stream().sorted().forEach(id -> walkBack(id, before, depths));
        return depths;
    }

    private static void walkBack(String from, Map<String, String> before, Map<String, Integer> depths) {
        List<String> way = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> at = Optional.of(from);
        while (at.isPresent() && !depths.containsKey(at.get()) && seen.add(at.get())) {
            way.add(at.get());
            at = Optional.ofNullable(before.get(at.get()));
        }
        int depth = at.map(id -> depths.getOrDefault(id, 0)).orElse(-1);
        for (int i = way.size() - 1; i >= 0; i--) {
            depths.put(way.get(i), ++depth);
        }
    }
}
