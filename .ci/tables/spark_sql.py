"""Counts every table of a lake in Spark SQL, and holds the counts against `logmill status`.

    spark_sql.py LAKE STATUS JARS

JARS is a folder that holds Delta's own jars for Spark.
"""

import json
import sys
from pathlib import Path

from pyspark.sql import SparkSession

lake, status, jars = sys.argv[1], json.load(open(sys.argv[2]))["tables"], Path(sys.argv[3])
spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.jars", ",".join(map(str, sorted(jars.glob("delta-*.jar")))))
    .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
    .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
    # Small logs: fifty tasks to read one would take a minute a table.
    .config("spark.databricks.delta.snapshotPartitions", "1")
    .config("spark.sql.shuffle.partitions", "1")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .getOrCreate()
)
wrong = 0
for name, rows in sorted(status.items()):
    counted = spark.sql(f"select count(*) from delta.`{lake}/{name}`").first()[0]
    if counted != rows:
        wrong += 1
        print(f"{name}: status {rows}, Spark SQL {counted}")
print(f"Spark SQL: {len(status) - wrong} of {len(status)} tables agree, {sum(status.values())} rows")
sys.exit(1 if wrong or not status else 0)
