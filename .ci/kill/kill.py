"""Kills nights with SIGKILL at random moments, runs each again, and holds what is left against nights that nobody disturbed.

    kill.py LAUNCHER CONFIG WORK [SEED]

CONFIG is a demo's logmill.yaml, which reads simulated logs from the folder raw beside it; WORK is a folder to work in.
Needs deltalake, to read the tables.
"""

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from deltalake import DeltaTable

launcher, config, work = (Path(argument).resolve() for argument in sys.argv[1:4])
chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
NIGHTS = ["2026-11-01", "2026-11-02", "2026-11-03"]
KILLS_A_NIGHT = 2
SPANS = 1500
# Little logs are to be published too, and all homes read the same ones.
SETTINGS = {
    "\nsuites:\n": "\nsuites:\n  min-cases: 1\n",
    "\ndatasets:\n": "\ndatasets:\n  min-examples: 1\n  require-narrow: false\n",
    'path: "raw/': f'path: "{work}/raw/',
}
# The only wall time in the lake.
WALL_TIME = {"ledger": ["read_at"]}


def logmill(*arguments):
    return subprocess.run([launcher, *map(str, arguments)], check=True, capture_output=True, text=True)


def start(home, night, summary="summary.json"):
    """A night in a process group of its own: what is killed is the group, launcher and JVM, and nothing else."""
    command = [launcher, "nightly", "--as-of", night, "--config", home / "logmill.yaml", "--summary", home / summary]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def finish(process, what):
    said = process.communicate()[1]
    if process.returncode != 0:
        sys.exit(f"{what} ended with {process.returncode}:\n{said}")
    return said


def prepare(home, key=None):
    logmill("init", home)
    settings = config.read_text()
    for written, wanted in SETTINGS.items():
        assert written in settings, written
        settings = settings.replace(written, wanted)
    (home / "logmill.yaml").write_text(settings)
    if key:
        (home / "pseudonym.key").write_bytes(key)
    return home


def journal(home):
    # Replaced in one step, so it is always whole; not there before the first job.
    path = home / "lake/_logmill/journal.json"
    return json.loads(path.read_text()) if path.exists() else {"done": {}}


def done(home, night):
    return [job for job, progress in journal(home)["done"].items() if progress["asOf"] == night]


def versions(home):
    """Commits by table: how far a killed job had come."""
    return {log.parent.name: len(list(log.glob("*.json"))) for log in (home / "lake").glob("*/_delta_log")}


def kill(home, night, seconds):
    """Kills a night at a random moment of its work, by the undisturbed night's clock; says where that was."""
    left = [job for job in seconds if job not in done(home, night)]
    job = chance.choices(left, [seconds[job] for job in left])[0]
    moment = chance.random() * seconds[job]
    process = start(home, night)
    while process.poll() is None and journal(home).get("open", {}).get("job") != job:
        time.sleep(0.005)
    time.sleep(moment)
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    found = journal(home).get("open")
    if not running:
        where = f"too late: the night had ended before {moment:.2f} s into {job}"
    elif found:
        committed = sum(versions(home).get(table, 0) > at + 1 for table, at in found["versions"].items())
        where = f"in {found['job']}, {committed} of its {len(found['versions'])} tables committed"
    else:
        where = f"between jobs, {len(done(home, night))} of {len(seconds)} done"
    print(f"night {night}: killed {where}", flush=True)
    return bool(running and found)


def two_at_once(home, night):
    """Two processes for one night: one works, the other waits some seconds, says for whom, and stops with code 1."""
    both = [start(home, night, f"summary-{i}.json") for i in range(2)]
    while all(process.poll() is None for process in both):
        time.sleep(0.01)
    first = next(process for process in both if process.poll() is not None)
    other = both[1 - both.index(first)]
    family = subprocess.run(["ps", "-o", "pid=", "-g", str(other.pid)], capture_output=True, text=True).stdout.split()
    said = first.communicate()[1]
    named = re.search(r"Another Logmill works on the lake .*: process (\d+), nightly --as-of " + night, said)
    if first.returncode != 1 or not named or named.group(1) not in family:
        other.communicate()
        sys.exit(f"the second of two nights ended with {first.returncode}, the holder is one of {family}:\n{said}")
    finish(other, "the first of two nights")
    print(f"night {night}: started twice at once, one worked, the other stopped with code 1 and named process {named.group(1)}")


def rows(home):
    tables = {}
    for log in sorted((home / "lake").glob("*/_delta_log")):
        table = log.parent.name
        arrow = DeltaTable(str(log.parent)).to_pyarrow_table().drop_columns(WALL_TIME.get(table, []))
        tables[table] = sorted(json.dumps(row, sort_keys=True, default=str) for row in arrow.to_pylist())
    return tables


def compare(undisturbed, killed):
    expected, left = rows(undisturbed), rows(killed)
    wrong = [table for table in expected.keys() | left.keys() if expected.get(table) != left.get(table)]
    for table in sorted(wrong):
        print(f"{table}: {len(expected.get(table, []))} rows undisturbed, {len(left.get(table, []))} after kills, and not the same")
    differs = subprocess.run(["diff", "-r", undisturbed / "published", killed / "published"]).returncode != 0
    files = sum(path.is_file() for path in (undisturbed / "published").rglob("*"))
    if wrong or differs or not files or not expected["releases"] or not expected["suites"]:
        sys.exit("kills left a trace")
    return len(expected), sum(map(len, expected.values())), files


logmill("simulate", "--out", work / "raw", "--nights", len(NIGHTS), "--start", NIGHTS[0], "--spans", SPANS)
undisturbed = prepare(work / "undisturbed")
killed = prepare(work / "killed", (undisturbed / "pseudonym.key").read_bytes())
hits = 0
for night in NIGHTS:
    finish(start(undisturbed, night), f"the undisturbed night {night}")
    summary = json.loads((undisturbed / "summary.json").read_text())
    seconds = {job["job"]: job["seconds"] for job in summary["jobs"]}
    for _ in range(KILLS_A_NIGHT):
        hits += kill(killed, night, seconds)
    if night == NIGHTS[-1]:
        two_at_once(killed, night)
    else:
        finish(start(killed, night), f"the night {night} after kills")
tables, count, files = compare(undisturbed, killed)
if hits == 0:
    sys.exit("no kill hit a job at work: nothing was proven")
print(
    f"kill -9: {hits} of {len(NIGHTS) * KILLS_A_NIGHT} kills hit a job at work; the reruns left the same {count} rows"
    f" of {tables} tables and the same {files} published files"
)
