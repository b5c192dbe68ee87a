package dev.logmill.jobs.line;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.night.OpenJob;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.config.LogmillConfig;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * What one process does of a night, on a lake that it has locked: it undoes what an earlier one left half-way and runs some
 * jobs, in order. The end of the line leaves every table there is, if only without rows, so that every one opens.
 */
public final class LineRun {
    private final Recovery recovery;
    private final JobRunner runner;

    /**
     * @param tables every table that any job may write
     * @param spark starts Spark; asked only when there is work to do
     */
    public LineRun(LogmillConfig config, Lake lake, List<Table<?>> tables, Supplier<JavaSparkContext> spark) {
        this.recovery = new Recovery(config, lake, tables);
        this.runner = new JobRunner(config, lake, tables, spark);
    }

    /** Is told how far it is. */
    public interface Watch {
        /** What was left half-way is undone, where there was something. */
        void recovered(Optional<OpenJob> undone);

        void begins(Job job);

        void ended(JobReport report);
    }

    public void run(List<Job> jobs, LocalDate asOf, Watch watch) {
        watch.recovered(recovery.run());
        for (Job job : jobs) {
            watch.begins(job);
            watch.ended(runner.run(job, asOf));
        }
        List<Job> line = Line.jobs();
        if (jobs.contains(line.get(line.size() - 1))) {
            runner.complete();
        }
    }
}
