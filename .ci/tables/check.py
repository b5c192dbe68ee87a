"""Opens every table of a lake with deltalake and with DuckDB, and holds row counts against `logmill status`."""

import json
import sys

import duckdb
from deltalake import DeltaTable

lake, status = sys.argv[1], json.load(open(sys.argv[2]))["tables"]
wrong = 0
for name, rows in sorted(status.items()):
    table = DeltaTable(f"{lake}/{name}")
    arrow = table.to_pyarrow_table() if rows else None
    counted = arrow.num_rows if arrow is not None else 0
    files = table.file_uris()
    queried = duckdb.sql(f"select count(*) from read_parquet({files!r})").fetchone()[0] if files else 0
    commented = all(field.metadata.get("comment") for field in table.schema().fields)
    if not (counted == queried == rows and commented):
        wrong += 1
        print(f"{name}: status {rows}, deltalake {counted}, duckdb {queried}, every column commented: {commented}")
print(f"tables: {len(status) - wrong} of {len(status)} agree, {sum(status.values())} rows")
sys.exit(1 if wrong or not status else 0)
