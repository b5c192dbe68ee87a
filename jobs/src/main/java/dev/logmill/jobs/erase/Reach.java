package dev.logmill.jobs.erase;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.erase.Tombstones;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.line.Night;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;

/**
 * What is a person's, as tombstones: the person, every trace that names the person, the person's sessions, and the traces of
 * these that name nobody else.
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

        Optional<String> session() {
            return sessionId.map(id -> Tombstones.session(project, id));
        }
    }

    /** Who gave a signal. */
    record GivenBy(Optional<String> subject) {}

    /** Digests of all that is a person's; none where the lake has nothing of the person. */
    static Set<String> of(Night night, String person) {
        JavaRDD<Whose> spans = rows(night, CurationTables.SPANS, Whose.class);
        Set<String> own = set(spans.filter(span -> span.isOf(person)).map(Whose::trace));
        Set<String> sessions = set(spans.filter(span -> span.isOf(person))
                .flatMap(span -> span.session().stream().iterator()));
        Set<String> shared = sessions.isEmpty()
                ? new HashSet<>()
                : set(spans.filter(span ->
                                span.session().filter(sessions::contains).isPresent())
                        .map(Whose::trace));
        shared.removeAll(own);
        if (!shared.isEmpty()) {
            HashSet<String> looked = new HashSet<>(shared);
            shared.removeAll(set(spans.filter(span -> span.subject().isPresent() && looked.contains(span.trace()))
                    .map(Whose::trace)));
        }
        own.addAll(shared);
        own.addAll(sessions);
        if (!own.isEmpty() || hasGiven(night, person)) {
            own.add(Tombstones.subject(person));
        }
        return own;
    }

    private static boolean hasGiven(Night night, String person) {
        return !rows(night, CurationTables.SIGNALS, GivenBy.class)
                .filter(signal -> signal.subject().filter(person::equals).isPresent())
                .isEmpty();
    }

    private static <V> JavaRDD<V> rows(Night night, Table<?> table, Class<V> view) {
        SparkLake tables = night.tables();
        return tables.read(table, night.state(table).files(), view);
    }

    private static Set<String> set(JavaRDD<String> digests) {
        return digests.distinct().collect().stream().collect(Collectors.toCollection(HashSet::new));
    }
}
