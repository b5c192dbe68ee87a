package dev.logmill.curation.run;

import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parts of spans whose log names the span and not its trace, as updates may: each is of the trace that the other parts of
 * the span, from whatever object and night, are in. As long as none of these has come it waits, in a trace of the span's id.
 */
public final class UnplacedParts {
    private UnplacedParts() {}

    /** What a span is known by beyond its trace. */
    private record Known(String source, String project, String id) {}

    private record Place(String traceId, String spanId) {}

    /** Whether a part waits for its trace. */
    public static boolean isUnplaced(Span span) {
        return span.part().isPresent() && span.fidelity().contains(Fidelity.MISSING_TRACE);
    }

    /** The spans, those that wait in the trace of their span where these spans tell it. */
    public static List<Span> placed(List<Span> spans) {
        if (spans.stream().noneMatch(UnplacedParts::isUnplaced)) {
            return spans;
        }
        List<Span> placed =
                new ArrayList<>(spans.stream().filter(span -> !isUnplaced(span)).toList());
        placed.addAll(found(spans));
        return placed;
    }

    /** Only those that wait, each in the trace of its span, where these spans tell it: in each, if several have a span of its id. */
    public static List<Span> found(List<Span> spans) {
        Map<Known, Set<Place>> places = new LinkedHashMap<>();
        spans.stream().filter(span -> !isUnplaced(span)).forEach(span -> ids(span)
                .forEach(id -> places.computeIfAbsent(known(span, id), none -> new LinkedHashSet<>())
                        .add(new Place(span.traceId(), span.spanId()))));
        List<Span> found = new ArrayList<>();
        for (Span part : spans) {
            if (isUnplaced(part)) {
                Set<Place> known = places.getOrDefault(known(part, part.spanId()), Set.of());
                known.forEach(place -> found.add(at(part, place)));
                if (known.isEmpty()) {
                    found.add(part);
                }
            }
        }
        return found;
    }

    /** What others may know a span by: its own id and that of its record. */
    public static List<String> ids(Span span) {
        List<String> ids = new ArrayList<>(List.of(span.spanId()));
        span.recordId().ifPresent(ids::add);
        return ids;
    }

    private static Known known(Span span, String id) {
        return new Known(span.source(), span.project(), id);
    }

    private static Span at(Span part, Place place) {
        return Span.of(part.source(), place.traceId(), place.spanId(), part.kind())
                .from(part)
                .unnote(Fidelity.MISSING_TRACE)
                .build();
    }
}
