package dev.logmill.jobs.erase;

import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.line.Night;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;

/** Whole tables by some of their columns, and what is found in them. */
final class LakeRows {
    private LakeRows() {}

    /** All rows of a table, seen through the columns of {@code view}. */
    static <V> JavaRDD<V> of(Night night, Table<?> table, Class<V> view) {
        SparkLake tables = night.tables();
        return tables.read(table, night.state(table).files(), view);
    }

    /** Each text once, in a set that may be changed and that travels to executors. */
    static Set<String> set(JavaRDD<String> texts) {
        return new HashSet<>(texts.distinct().collect());
    }
}
