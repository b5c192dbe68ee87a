package dev.logmill.jobs.line;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.TableState;
import dev.logmill.curation.night.Progress;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.config.LogmillConfig;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * What a job works with.
 *
 * @param asOf the night, and the only clock
 * @param batch the number that rows of this job run carry
 * @param before how far this job had come
 * @param progress how far every job has come
 */
public record Night(
        LogmillConfig config,
        SparkLake tables,
        LocalDate asOf,
        long batch,
        Progress before,
        Map<String, Progress> progress) {
    public Lake lake() {
        return tables.lake();
    }

    public JavaSparkContext spark() {
        return tables.spark();
    }

    public <R> TableState<R> state(Table<R> table) {
        return lake().state(table);
    }

    /** The batch that another job has come to. */
    public long batchOf(String job) {
        Progress known = progress.get(job);
        return known == null ? 0 : known.batch();
    }
}
