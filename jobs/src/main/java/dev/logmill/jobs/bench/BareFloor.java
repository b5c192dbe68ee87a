package dev.logmill.jobs.bench;

import org.apache.spark.sql.SparkSession;

/**
 * The least that a Spark job with these objects can be: a session that reads them as lines and appends one Delta table.
 * Tuned for small data as far as settings go: no UI, two shuffle partitions, one for Delta's snapshot.
 */
public final class BareFloor {
    private BareFloor() {}

    /** Arguments: a glob of the objects, the table's folder. */
    public static void main(String[] arguments) {
        SparkSession session = SparkSession.builder()
                .master("local[*]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
        session.read().text(arguments[0]).write().format("delta").mode("append").save(arguments[1]);
        System.exit(0);
    }
}
