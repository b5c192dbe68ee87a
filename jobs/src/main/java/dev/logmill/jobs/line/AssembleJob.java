package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.TableState;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.RunAssembler;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.Groups;
import dev.logmill.curation.spark.PartitionRows;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.trace.Span;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Spans to runs; only the traces that tonight's spans belong to are built, those of earlier nights again. */
public final class AssembleJob implements Job {
    public static final String NAME = "assemble";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(CurationTables.RUNS);
    }

    @Override
    public Optional<Work> prepare(Night night) {
        return night.batchOf(IngestJob.NAME) == night.before().consumedOf(IngestJob.NAME)
                ? Optional.empty()
                : Optional.of(() -> assemble(night));
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
        HashSet64 touched = touched(night, fresh, done);
        Known known = known(night, spans, touched, done);
        JavaRDD<Span> rows = night.tables()
                .read(CurationTables.SPANS, fresh)
                .filter(span -> span.batch() > done)
                .union(night.tables()
                        .read(
                                CurationTables.SPANS,
                                known.files(),
                                Touch.class,
                                span -> span.batch() <= done && known.holds(span.project(), span.traceId())));
        List<DataFile> added = new ArrayList<>(night.tables().write(CurationTables.RUNS, runs(night, rows, known)));
        long built = added.stream().mapToLong(DataFile::rows).sum();
        SparkLake.Rewrite rewrite = replaced(night, known);
        added.addAll(rewrite.added());
        night.lake().commit(CurationTables.RUNS, added, rewrite.removed());
        Done all = Done.of(
                Map.of("runs", built, "traces-rebuilt", (long) known.traces().size()),
                Map.of(IngestJob.NAME, night.batchOf(IngestJob.NAME)));
        return fresh.isEmpty() ? all.withoutEffect() : all;
    }

    private static HashSet64 touched(Night night, List<DataFile> fresh, long done) {
        return new HashSet64(night.tables()
                .read(CurationTables.SPANS, fresh, Touch.class)
                .filter(touch -> touch.batch() > done)
                .map(touch -> TraceKey.hash(touch.project(), touch.traceId()))
                .distinct()
                .collect());
    }

    /** Traces of tonight that earlier nights have spans of, and the files these lie in. */
    record Known(Set<String> traces, List<DataFile> files) implements Serializable {
        boolean holds(String project, String traceId) {
            return traces.contains(TraceKey.text(project, traceId));
        }
    }

    private static Known known(Night night, TableState<Span> spans, HashSet64 touched, long done) {
        // Of all nights: spans of one trace may lie any number of days apart, and a run too many would stand for ever.
        List<DataFile> earlier = spans.files().stream()
                .filter(file -> file.mayHold("batch", 0, done))
                .toList();
        List<Tuple2<Integer, String>> found = night.tables()
                .readNumbered(CurationTables.SPANS, earlier, Touch.class)
                .filter(row -> row._2().batch() <= done
                        && touched.mayHold(
                                TraceKey.hash(row._2().project(), row._2().traceId())))
                .mapValues(touch -> TraceKey.text(touch.project(), touch.traceId()))
                .distinct()
                .collect();
        Set<String> traces = new HashSet<>();
        Set<Integer> files = new HashSet<>();
        found.forEach(row -> {
            files.add(row._1());
            traces.add(row._2());
        });
        traces.addAll(built(night, touched));
        return new Known(traces, files.stream().sorted().map(earlier::get).toList());
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

    private static JavaRDD<Run> runs(Night night, JavaRDD<Span> spans, Known known) {
        long batch = night.batch();
        JavaPairRDD<String, Span> byTrace =
                spans.mapToPair(span -> new Tuple2<>(TraceKey.text(span.project(), span.traceId()), span));
        int partitions = Math.max(spans.getNumPartitions() / 2, night.spark().defaultParallelism());
        return ByKey.group(byTrace, Span.class, partitions, traces -> assembled(traces, batch, known))
                .setName("assemble: runs from spans");
    }

    private static Iterator<Run> assembled(Iterator<Groups.Group<Span>> traces, long batch, Known known) {
        return PartitionRows.stream(traces)
                .flatMap(trace -> RunAssembler.assemble(trace.rows(), batch).stream()
                        .map(run -> known.traces().contains(trace.key()) ? run.asRebuilt() : run))
                .iterator();
    }

    /** Runs of rebuilt traces make way for the new ones. */
    private static SparkLake.Rewrite replaced(Night night, Known known) {
        if (known.traces().isEmpty()) {
            return new SparkLake.Rewrite(List.of(), List.of());
        }
        return night.tables()
                .without(
                        CurationTables.RUNS,
                        night.state(CurationTables.RUNS).files(),
                        RunTrace.class,
                        run -> known.holds(run.project(), run.traceId()));
    }
}
