package dev.logmill.jobs.line;

import dev.logmill.curation.trace.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a signal speaks about, as a key: a trace or, where it names none, a session. */
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

    static boolean isTrace(String place) {
        return place.startsWith(TRACE);
    }

    /** The place of a signal; nothing where it speaks about nothing that is known. */
    static Optional<String> of(Signal signal) {
        return of(signal.project(), signal.traceId(), signal.sessionId());
    }

    static Optional<String> of(String project, Optional<String> traceId, Optional<String> sessionId) {
        return traceId.map(trace -> trace(project, trace)).or(() -> sessionId.map(id -> session(project, id)));
    }

    /** Every place that an edge is in. */
    static List<String> of(String project, String traceId, Optional<String> sessionId) {
        List<String> places = new ArrayList<>();
        places.add(trace(project, traceId));
        sessionId.ifPresent(session -> places.add(session(project, session)));
        return places;
    }
}
