"""Opens every table of a lake with deltalake and with DuckDB's delta extension, and holds row counts against `logmill status`."""

import importlib.util
import json
import sys
from pathlib import Path

import duckdb
from deltalake import DeltaTable

lake, status = sys.argv[1], json.load(open(sys.argv[2]))["tables"]

# DuckDB fetches its extensions from a server of its own; here it comes as a package.
packages = importlib.util.find_spec("duckdb_ext").submodule_search_locations[0]
extension = next(Path(packages).glob(f"extensions/v{duckdb.__version__}/*/delta.duckdb_extension"))
duck = duckdb.connect()
duck.execute(f"load '{extension}'")

wrong = 0
for name, rows in sorted(status.items()):
    table = DeltaTable(f"{lake}/{name}")
    arrow = table.to_pyarrow_table() if rows else None
    counted = arrow.num_rows if arrow is not None else 0
    queried = duck.execute(f"select count(*) from delta_scan('{lake}/{name}')").fetchone()[0]
    commented = all(field.metadata.get("comment") for field in table.schema().fields)
    keyed = table.metadata().configuration.get("logmill.key")
    if not (counted == queried == rows and commented and keyed):
        wrong += 1
        print(f"{name}: status {rows}, deltalake {counted}, duckdb {queried}, every column commented: {commented}, key {keyed}")
print(f"tables: {len(status) - wrong} of {len(status)} agree, {sum(status.values())} rows")
sys.exit(1 if wrong or not status else 0)
