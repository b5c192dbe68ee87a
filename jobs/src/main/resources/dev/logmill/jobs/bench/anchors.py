"""How fast another tool works through an object, in MB (10^6 bytes) a CPU second of this process, one thread.

    anchors.py TOOL OBJECT FOLDER RUNS

duckdb, pyarrow: lines of JSON to Parquet, zstd, as they are. datatrove, data-juicer: identifiers of texts, one JSON text a line.
Prints one line: {"speeds": [...]}, or {"missing": why}.
"""

import json
import os
import sys
import time

tool, source, folder, runs = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
target = os.path.join(folder, f"{tool}.parquet")


def duckdb():
    import duckdb

    connection = duckdb.connect(config={"threads": 1})
    return lambda: connection.execute(
        f"copy (select * from read_json('{source}', format='newline_delimited', maximum_object_size=67108864))"
        f" to '{target}' (format parquet, compression zstd)"
    )


def pyarrow():
    import pyarrow.json
    import pyarrow.parquet

    options = pyarrow.json.ReadOptions(use_threads=False, block_size=1 << 26)
    return lambda: pyarrow.parquet.write_table(
        pyarrow.json.read_json(source, read_options=options), target, compression="zstd"
    )


def texts():
    with open(source, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def datatrove():
    from datatrove.pipeline.formatters import PIIFormatter

    formatter, all_texts = PIIFormatter(), texts()
    return lambda: [formatter.format(text) for text in all_texts]


def data_juicer():
    from data_juicer.ops.mapper import CleanEmailMapper, CleanIpMapper, CleanLinksMapper

    mappers, all_texts = [CleanEmailMapper(), CleanIpMapper(), CleanLinksMapper()], texts()

    def clean():
        samples = {"text": list(all_texts)}
        for mapper in mappers:
            samples = mapper.process_batched(samples)

    return clean


try:
    work = {"duckdb": duckdb, "pyarrow": pyarrow, "datatrove": datatrove, "data-juicer": data_juicer}[tool]()
    megabytes = os.path.getsize(source) / 1e6
    speeds = []
    work()
    for _ in range(runs):
        begun = time.process_time()
        work()
        speeds.append(megabytes / (time.process_time() - begun))
    print(json.dumps({"speeds": speeds}))
except ImportError as absent:
    package = {"data-juicer": "py-data-juicer aiohttp"}.get(tool, tool)
    print(json.dumps({"missing": f"pip install {package} ({absent.name} is not there)"}))
except Exception as failed:  # What a tool cannot read is told, not hidden.
    print(json.dumps({"missing": f"{os.path.basename(source)}: {type(failed).__name__}: {str(failed)[:160]}"}))
