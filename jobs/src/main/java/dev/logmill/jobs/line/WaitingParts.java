package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.run.UnplacedParts;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.PartitionRows;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Parts of spans that name no trace ({@link UnplacedParts}): which traces tonight's touch, and which of those of earlier nights
 * tonight's traces need. A log that has none pays for a look at one more column.
 */
final class WaitingParts {
    private final Night night;
    private final List<DataFile> spans;
    private boolean known;

    /** Those in some files of table {@code spans}, which are all that tonight has. */
    WaitingParts(Night night, List<DataFile> spans) {
        this.night = night;
        this.spans = spans;
    }

    /** A row by its trace; one that waits for its trace is in one of its span's id. */
    record Seen(String project, String traceId, List<Fidelity> fidelity, long batch) {
        boolean isWaiting() {
            return fidelity.contains(Fidelity.MISSING_TRACE);
        }

        long trace() {
            return TraceKey.hash(project, traceId);
        }
    }

    /** The same, by its span too. */
    record Told(String project, String traceId, String spanId, Optional<String> recordId, List<Fidelity> fidelity) {
        boolean isWaiting() {
            return fidelity.contains(Fidelity.MISSING_TRACE);
        }

        long trace() {
            return TraceKey.hash(project, traceId);
        }

        /** Under the span's id, and that of its record. */
        List<Long> ids() {
            return Stream.concat(Stream.of(spanId), recordId.stream())
                    .map(id -> TraceKey.hash(project, id))
                    .toList();
        }

        boolean isOf(HashSet64 spans) {
            return ids().stream().anyMatch(spans::mayHold);
        }
    }

    /** Whether any were met. */
    boolean areKnown() {
        return known;
    }

    /** The traces that rows since a batch touch: their own and, of parts that wait, those that have a span of their id. */
    HashSet64 touched(List<DataFile> fresh, long done) {
        List<Tuple2<Long, Boolean>> rows = night.tables()
                .read(CurationTables.SPANS, fresh, Seen.class)
                .filter(seen -> seen.batch() > done)
                .map(seen -> new Tuple2<>(seen.trace(), seen.isWaiting()))
                .distinct()
                .collect();
        HashSet64 own = HashSet64.of(rows.stream().mapToLong(Tuple2::_1));
        HashSet64 waiting = HashSet64.of(rows.stream().filter(Tuple2::_2).mapToLong(Tuple2::_1));
        known = !waiting.isEmpty();
        return waiting.isEmpty()
                ? own
                : with(own, told().filter(told -> told.isOf(waiting)).map(Told::trace));
    }

    /** The touched traces in each of some files up to a batch, as {@link TraceKey#text} tells them. */
    List<Tuple2<Integer, String>> found(List<DataFile> files, HashSet64 touched, long done) {
        List<Tuple2<Integer, String>> found = new ArrayList<>(night.tables()
                .readNumbered(CurationTables.SPANS, files, Seen.class)
                .filter(row -> row._2().batch() <= done
                        && (row._2().isWaiting() || touched.mayHold(row._2().trace())))
                .flatMapValues(seen -> texts(seen, touched).iterator())
                .distinct()
                .collect());
        known |= found.removeIf(row -> row._2().isEmpty());
        return found;
    }

    /** A touched trace, and an empty text where a part waits: the traces of all such parts would be too many to bring along. */
    private static List<String> texts(Seen seen, HashSet64 touched) {
        List<String> texts = new ArrayList<>();
        if (touched.mayHold(seen.trace())) {
            texts.add(TraceKey.text(seen.project(), seen.traceId()));
        }
        if (seen.isWaiting()) {
            texts.add("");
        }
        return texts;
    }

    /** Traces with those of parts, of any night, that wait for spans of these. */
    HashSet64 withEarlier(HashSet64 traces) {
        HashSet64 held = new HashSet64(told().filter(told -> traces.mayHold(told.trace()))
                .flatMap(told -> told.ids().iterator())
                .distinct()
                .collect());
        return with(
                traces,
                told().filter(told -> told.isWaiting() && told.isOf(held)).map(Told::trace));
    }

    /** Spans, those that wait in the traces of theirs. */
    JavaRDD<Span> placed(JavaRDD<Span> rows) {
        if (!known) {
            return rows;
        }
        HashSet64 waiting = new HashSet64(
                told().filter(Told::isWaiting).map(Told::trace).distinct().collect());
        JavaPairRDD<String, Span> byId = rows.flatMapToPair(span -> UnplacedParts.ids(span).stream()
                        .map(id -> new Tuple2<>(TraceKey.text(span.project(), id), span))
                        .iterator())
                .filter(row -> waiting.mayHold(HashSet64.hash(row._1())));
        JavaRDD<Span> found =
                ByKey.group(byId, Span.class, rows.getNumPartitions(), groups -> PartitionRows.stream(groups)
                        .flatMap(one -> UnplacedParts.found(one.rows()).stream())
                        .iterator());
        return rows.filter(span -> !UnplacedParts.isUnplaced(span)).union(found);
    }

    private JavaRDD<Told> told() {
        return night.tables().read(CurationTables.SPANS, spans, Told.class);
    }

    private static HashSet64 with(HashSet64 traces, JavaRDD<Long> others) {
        return HashSet64.of(LongStream.concat(
                traces.stream(), others.distinct().collect().stream().mapToLong(Long::longValue)));
    }
}
