"""Plants identities in every place of two nights' logs, runs the nights, and looks for them in all that was left: lake, published,
what was said, Spark's event log, and the temporary files of a night that was killed half-way.

    check.py LAUNCHER WORK

WORK is an empty folder to work in.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

launcher, work = (Path(argument).resolve() for argument in sys.argv[1:3])
home, temp, said = work / "home", work / "temp", work / "said"
NIGHTS = ["2026-11-01", "2026-11-02"]
SPARK = f"""
spark:
  spark.local.dir: "{temp}"
  spark.shuffle.compress: false
  spark.shuffle.spill.compress: false
  spark.eventLog.enabled: true
  spark.eventLog.compress: false
  spark.eventLog.dir: "{said}"
"""


def logmill(*arguments):
    return subprocess.run([launcher, *map(str, arguments)], capture_output=True, text=True)


def prepare():
    temp.mkdir()
    said.mkdir()
    assert logmill("init", home).returncode == 0
    simulated = logmill("simulate", "--canaries", "--nights", len(NIGHTS), "--spans", 3000, "--out", home / "raw")
    assert simulated.returncode == 0, simulated.stderr
    sources = simulated.stdout[simulated.stdout.index("sources:") :].replace("privacy: content", "privacy: sealed")
    settings = (home / "logmill.yaml").read_text()
    for written, wanted in {
        "sources: []\n": sources,
        "\nspark:": SPARK.rstrip("\n"),
        "\nsuites:\n": "\nsuites:\n  min-cases: 1\n",
        "\ndatasets:\n": "\ndatasets:\n  min-examples: 1\n  require-narrow: false\n",
    }.items():
        assert written in settings, written
        settings = settings.replace(written, wanted, 1)
    (home / "logmill.yaml").write_text(settings)


def start(night, out):
    # Temporary files of the JVM and of all that it starts, beside Spark's.
    environment = {**os.environ, "TMPDIR": str(temp), "JAVA_TOOL_OPTIONS": f"-Djava.io.tmpdir={temp}"}
    command = [launcher, "nightly", "--as-of", night, "--config", home / "logmill.yaml"]
    return subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=environment, start_new_session=True)


def kill_while_ingesting(night):
    """Waits for the shuffle files of the ingest, which hold its rows, and kills the night with them."""
    with (said / "killed.out").open("w") as out:
        night = start(night, out)
        while night.poll() is None:
            if sum(file.stat().st_size for file in temp.rglob("shuffle_*.data") if file.exists()) > 100_000:
                break
            time.sleep(0.02)
        assert night.poll() is None, (said / "killed.out").read_text()
        os.killpg(night.pid, signal.SIGKILL)
        night.wait()


def found(*places):
    planted = home / "raw.truth/canaries.jsonl"
    scan = logmill("scan", "--planted", planted, "--summary", work / "scan.json", *places)
    assert scan.returncode in (0, 1), scan.stderr
    print(scan.stdout.strip().splitlines()[-1])
    return json.loads((work / "scan.json").read_text()), scan.stdout


prepare()
kill_while_ingesting(NIGHTS[0])
left = sum(1 for _ in temp.rglob("shuffle_*"))
assert left, "the killed night left no shuffle file to look through"
killed, told = found(temp, said, home / "lake")
assert not killed["found"], told
for night in NIGHTS:
    with (said / f"{night}.out").open("w") as out:
        assert start(night, out).wait() == 0, (said / f"{night}.out").read_text()
ended, told = found(temp, said, home / "lake", home / "published")
assert not ended["found"], told
# The scan itself: in the logs all of them are found.
raw, told = found(home / "raw")
assert len(raw["found"]) == raw["planted"], told
print(
    f"canaries: {raw['planted']} identities planted, {len(raw['found'])} found in the logs; in lake, published, output, event log and"
    f" the temporary files of a killed night ({left} shuffle files), {ended['bytes'] / 1e6:.0f} MB: none"
)
