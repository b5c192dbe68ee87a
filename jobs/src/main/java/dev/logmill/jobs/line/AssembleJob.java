package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.TableState;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.trace.Span;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Spans to runs; spans that are known by updates alone wait for their start. Only the traces that tonight's spans belong to are built, those of earlier nights again. */
public final class AssembleJob implements Job {
    public static final String NAME = "assemble";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(CurationTables.RUNS, CurationTables.REJECTIONS);
    }

    @Override
    public Optional<Work> prepare(Night night) {
        return night.batchOf(IngestJob.NAME) == night.before().consumedOf(IngestJob.NAME)
                ? Optional.empty()
                : Optional.of(() -> assemble(night));
    }

    @Override
    public Looked look(Night night) {
        Optional<Work> work = prepare(night);
        // Where there is work, the start may have come tonight: what still waits is told after it.
        return new Looked(work, work.isPresent() ? List.of() : UnstartedSpans.overdue(night));
    }

    /** A span's trace, and the ingest that brought it. */
    record Touch(String project, String traceId, long batch) {}

    /** A run's trace. */
    record RunTrace(String project, String traceId) {}

    private static Done assemble(Night night) {
        long done = night.before().consumedOf(IngestJob.NAME);
        TableState<Span> spans = night.state(CurationTables.SPANS);
        List<DataFile> fresh = spans.files().stream()
                .filter(file -> file.mayHold("batch", done + 1, Long.MAX_VALUE))
                .toList();
        WaitingParts waiting = new WaitingParts(night, spans.files());
        HashSet64 touched = waiting.touched(fresh, done);
        Known known = known(night, waiting, touched, done);
        JavaRDD<Span> rows = night.tables()
                .read(CurationTables.SPANS, fresh)
                .filter(span -> span.batch() > done)
                .union(night.tables()
                        .read(
                                CurationTables.SPANS,
                                known.files(),
                                Touch.class,
                                span -> span.batch() <= done && known.holds(span.project(), span.traceId())));
        List<AssembledPart> parts = parts(night, waiting.placed(rows), known);
        List<DataFile> built = files(parts, AssembledPart::runs);
        List<DataFile> unstarted = files(parts, AssembledPart::rejections);
        withoutRuns(night, known).commit(night.lake(), CurationTables.RUNS, built);
        withoutRefusals(night, known).commit(night.lake(), CurationTables.REJECTIONS, unstarted);
        Done all = Done.of(
                        Map.of(
                                "runs", rows(built),
                                "spans-without-start", rows(unstarted),
                                "traces-rebuilt", (long) known.built().size()),
                        Map.of(IngestJob.NAME, night.batchOf(IngestJob.NAME)))
                .warned(UnstartedSpans.overdue(night));
        return fresh.isEmpty() ? all.withoutEffect() : all;
    }

    /**
     * What earlier nights have of tonight's traces.
     *
     * @param traces those that they have rows of
     * @param built those among them that they have runs of
     * @param files the files that their spans lie in
     */
    record Known(Set<String> traces, Set<String> built, List<DataFile> files) implements Serializable {
        boolean holds(String project, String traceId) {
            return traces.contains(TraceKey.text(project, traceId));
        }
    }

    private static Known known(Night night, WaitingParts waiting, HashSet64 touched, long done) {
        // Of all nights: spans of one trace may lie any number of days apart, and a run too many would stand for ever.
        List<DataFile> earlier = night.state(CurationTables.SPANS).files().stream()
                .filter(file -> file.mayHold("batch", 0, done))
                .toList();
        List<Tuple2<Integer, String>> found = waiting.found(earlier, touched, done);
        HashSet64 all = touched;
        if (waiting.areKnown()) {
            all = waiting.withEarlier(touched);
            found = waiting.found(earlier, all, done);
        }
        Set<String> traces = new HashSet<>();
        Set<Integer> files = new HashSet<>();
        found.forEach(row -> {
            files.add(row._1());
            traces.add(row._2());
        });
        Set<String> built = new HashSet<>(built(night, all));
        traces.addAll(built);
        return new Known(
                traces, built, files.stream().sorted().map(earlier::get).toList());
    }

    /** Traces of tonight that have runs already, also where newer versions replaced every span these were built from. */
    private static List<String> built(Night night, HashSet64 touched) {
        return night.tables()
                .read(CurationTables.RUNS, night.state(CurationTables.RUNS).files(), RunTrace.class)
                .filter(run -> touched.mayHold(TraceKey.hash(run.project(), run.traceId())))
                .map(run -> TraceKey.text(run.project(), run.traceId()))
                .distinct()
                .collect();
    }

    private static List<AssembledPart> parts(Night night, JavaRDD<Span> spans, Known known) {
        long batch = night.batch();
        LocalDate asOf = night.asOf();
        JavaPairRDD<String, Span> byTrace =
                spans.mapToPair(span -> new Tuple2<>(TraceKey.text(span.project(), span.traceId()), span));
        int partitions = Math.max(spans.getNumPartitions() / 2, night.spark().defaultParallelism());
        SparkLake.Place place = night.tables().place();
        return ByKey.group(byTrace, Span.class, partitions, traces -> List.of(
                                AssembledPart.write(place.open(), traces, asOf, batch, known))
                        .iterator())
                .setName("assemble: runs from spans")
                .collect();
    }

    private static List<DataFile> files(List<AssembledPart> parts, Function<AssembledPart, List<DataFile>> some) {
        return parts.stream().flatMap(part -> some.apply(part).stream()).toList();
    }

    private static long rows(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::rows).sum();
    }

    /** Runs of rebuilt traces make way for the new ones. */
    private static SparkLake.Rewrite withoutRuns(Night night, Known known) {
        return known.traces().isEmpty()
                ? SparkLake.Rewrite.NONE
                : night.tables()
                        .without(
                                CurationTables.RUNS,
                                night.state(CurationTables.RUNS).files(),
                                RunTrace.class,
                                run -> known.holds(run.project(), run.traceId()));
    }

    /** So do their spans that waited for a start. */
    private static SparkLake.Rewrite withoutRefusals(Night night, Known known) {
        return known.traces().isEmpty()
                ? SparkLake.Rewrite.NONE
                : night.tables()
                        .without(
                                CurationTables.REJECTIONS,
                                night.state(CurationTables.REJECTIONS).files(),
                                RemadeTraces.Refused.class,
                                row -> row.stage().equals(NAME) && known.holds(row.project(), row.traceId()));
    }
}
