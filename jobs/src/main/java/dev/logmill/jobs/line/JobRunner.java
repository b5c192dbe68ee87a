package dev.logmill.jobs.line;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.night.Journal;
import dev.logmill.curation.night.OpenJob;
import dev.logmill.curation.night.Progress;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.config.LogmillConfig;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs jobs exactly once: opens the job in the journal, lets it work, closes it. What an earlier process left half-way
 * is undone before, by {@link Recovery}.
 *
 * <p>Nights only go forward: a night before the job's last one changes nothing.
 */
public final class JobRunner {
    private final LogmillConfig config;
    private final Lake lake;
    private final Journal journal;
    private final List<Table<?>> tables;
    private final Supplier<JavaSparkContext> spark;

    /**
     * A runner over a lake that this process has locked.
     *
     * @param tables every table that any job may write
     * @param spark starts Spark; asked only when there is work to do
     */
    public JobRunner(LogmillConfig config, Lake lake, List<Table<?>> tables, Supplier<JavaSparkContext> spark) {
        this.config = config;
        this.lake = lake;
        this.journal = new Journal(lake);
        this.tables = List.copyOf(tables);
        this.spark = spark;
    }

    /** Makes the tables that nothing was written to yet, so that every table opens. */
    public void complete() {
        tables.stream().filter(table -> !lake.exists(table)).forEach(lake::create);
    }

    /** Runs one job for a night. */
    public JobReport run(Job job, LocalDate asOf) {
        long start = System.nanoTime();
        Progress before = journal.progress(job.name()).orElse(Progress.NONE);
        if (asOf.isBefore(before.asOf())) {
            String reason = "the night of %s is done already".formatted(before.asOf());
            return report(job, asOf, JobReport.State.EARLIER_NIGHT, reason, start, List.of());
        }
        Night night = new Night(
                config,
                new SparkLake(spark, lake),
                asOf,
                before.batch() + 1,
                before,
                journal.progress(),
                journal::shows);
        Job.Looked looked = job.look(night);
        if (looked.work().isEmpty()) {
            return report(job, asOf, JobReport.State.NOTHING_NEW, "nothing is new", start, looked.warnings());
        }
        OpenJob open = journal.open(job.name(), asOf, job.writes());
        Done done = looked.work().get().run().warned(looked.warnings());
        Map<String, Long> consumed = new TreeMap<>(before.consumed());
        consumed.putAll(done.consumed());
        long batch = done.effect() == Done.Effect.CHANGE ? night.batch() : before.batch();
        journal.close(open, new Progress(asOf, batch, consumed, job.settings(config)));
        return new JobReport(job.name(), asOf, JobReport.State.DONE, "", done, millisSince(start));
    }

    private static JobReport report(
            Job job, LocalDate asOf, JobReport.State state, String reason, long start, List<String> warnings) {
        Done nothing = Done.of(Map.of(), Map.of()).warned(warnings);
        return new JobReport(job.name(), asOf, state, reason, nothing, millisSince(start));
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
