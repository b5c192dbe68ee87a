package dev.logmill.jobs.line;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.TableState;
import dev.logmill.curation.night.Progress;
import dev.logmill.curation.night.ShownVersion;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.config.LogmillConfig;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * What a job works with.
 *
 * @param asOf the night, and the only clock
 * @param batch the number that rows of this job run carry
 * @param before how far this job had come
 * @param progress how far every job has come
 * @param shown takes each version just before readers can see it
 */
public record Night(
        LogmillConfig config,
        SparkLake tables,
        LocalDate asOf,
        long batch,
        Progress before,
        Map<String, Progress> progress,
        Consumer<ShownVersion> shown) {
    public Lake lake() {
        return tables.lake();
    }

    public JavaSparkContext spark() {
        return tables.spark();
    }

    public <R> TableState<R> state(Table<R> table) {
        return lake().state(table);
    }

    /** Whether these settings are others than those that this job last worked with. */
    boolean changed(String settings) {
        return before.batch() > 0 && !before.settings().equals(settings);
    }

    /** The batch that another job has come to. */
    public long batchOf(String job) {
        Progress known = progress.get(job);
        return known == null ? 0 : known.batch();
    }
}
