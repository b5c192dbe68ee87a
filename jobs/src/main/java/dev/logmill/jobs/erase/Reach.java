package dev.logmill.jobs.erase;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.erase.Tombstones;
import dev.logmill.jobs.line.Night;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;

/**
 * What is a person's, as tombstones: the person, every trace that names the person, in the person's sessions the traces that
 * name nobody else, and those of the sessions in which nobody else is named at all.
 */
final class Reach {
    private Reach() {}

    /** Whose a span is, and where. */
    record Whose(String project, String traceId, Optional<String> sessionId, Optional<String> subject) {
        boolean isOf(String person) {
            return subject.filter(person::equals).isPresent();
        }

        String trace() {
            return Tombstones.trace(project, traceId);
        }

        boolean isIn(Set<String> sessions) {
            return session().filter(sessions::contains).isPresent();
        }

        Optional<String> session() {
            return sessionId.map(id -> Tombstones.session(project, id));
        }
    }

    /** Who gave a signal. */
    record GivenBy(Optional<String> subject) {}

    /** Digests of all that is a person's; none where the lake has nothing of the person. */
    static Set<String> of(Night night, String person) {
        JavaRDD<Whose> spans = LakeRows.of(night, CurationTables.SPANS, Whose.class);
        Set<String> reach = LakeRows.set(spans.filter(span -> span.isOf(person)).map(Whose::trace));
        Set<String> sessions = sessions(spans.filter(span -> span.isOf(person)));
        if (!sessions.isEmpty()) {
            addSessions(spans, sessions, reach);
        }
        if (!reach.isEmpty() || hasGiven(night, person)) {
            reach.add(Tombstones.subject(person));
        }
        return reach;
    }

    /** Adds the sessions in which nobody else is named, and of all of them the traces that name nobody else. */
    private static void addSessions(JavaRDD<Whose> spans, Set<String> sessions, Set<String> reach) {
        Set<String> traces =
                LakeRows.set(spans.filter(span -> span.isIn(sessions)).map(Whose::trace));
        traces.removeAll(reach);
        Set<String> looked = new HashSet<>(traces);
        Set<String> others =
                LakeRows.set(spans.filter(span -> span.subject().isPresent() && looked.contains(span.trace()))
                        .map(Whose::trace));
        traces.removeAll(others);
        Set<String> alone = new HashSet<>(sessions);
        alone.removeAll(sessions(spans.filter(span -> others.contains(span.trace()))));
        reach.addAll(traces);
        reach.addAll(alone);
    }

    private static Set<String> sessions(JavaRDD<Whose> spans) {
        return LakeRows.set(spans.flatMap(span -> span.session().stream().iterator()));
    }

    private static boolean hasGiven(Night night, String person) {
        return !LakeRows.of(night, CurationTables.SIGNALS, GivenBy.class)
                .filter(signal -> signal.subject().filter(person::equals).isPresent())
                .isEmpty();
    }
}
