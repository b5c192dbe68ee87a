package dev.logmill.jobs.line;

import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.trace.Signal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a signal speaks about, as a key: a trace or, where it names none, a session or else a span. */
final class Place {
    /** Begins the key of a trace. */
    private static final String TRACE = "trace|";

    private Place() {}

    static String trace(String project, String traceId) {
        return TRACE + TraceKey.text(project, traceId);
    }

    static String session(String project, String sessionId) {
        return "session|" + TraceKey.text(project, sessionId);
    }

    static String span(String project, String spanId) {
        return "span|" + TraceKey.text(project, spanId);
    }

    static boolean isTrace(String place) {
        return place.startsWith(TRACE);
    }

    /** The place of a signal; nothing where it only takes back what was said under its id. */
    static Optional<String> of(Signal signal) {
        return of(signal.project(), signal.traceId(), signal.spanId(), signal.sessionId());
    }

    static Optional<String> of(
            String project, Optional<String> traceId, Optional<String> spanId, Optional<String> sessionId) {
        return traceId.map(trace -> trace(project, trace))
                .or(() -> sessionId.map(id -> session(project, id)))
                .or(() -> spanId.map(id -> span(project, id)));
    }

    /** Every place that an edge is in. */
    static List<String> of(Provenance edge) {
        return of(edge.project(), edge.traceId(), edge.spanId(), edge.rootSpanId(), edge.sessionId());
    }

    static List<String> of(
            String project, String traceId, String spanId, Optional<String> rootSpanId, Optional<String> sessionId) {
        List<String> places = of(project, traceId, sessionId);
        places.addAll(spans(project, spanId, rootSpanId));
        return places;
    }

    static List<String> of(String project, String traceId, Optional<String> sessionId) {
        List<String> places = new ArrayList<>();
        places.add(trace(project, traceId));
        sessionId.ifPresent(session -> places.add(session(project, session)));
        return places;
    }

    /** The spans by which a signal may know an edge: its own, and that of its run. */
    static Set<String> spans(String project, String spanId, Optional<String> rootSpanId) {
        Set<String> spans = new LinkedHashSet<>(List.of(span(project, spanId)));
        rootSpanId.ifPresent(root -> spans.add(span(project, root)));
        return spans;
    }
}
