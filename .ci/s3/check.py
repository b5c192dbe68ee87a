"""Raw logs in a bucket are what the same logs are on disk: to sniff, and to a night.

python check.py LAUNCHER SERVER_JARS DEMO WORK
"""

import contextlib
import filecmp
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import time
import urllib.request

LAUNCHER, JARS, DEMO, WORK = (os.path.abspath(argument) for argument in sys.argv[1:5])
BUCKET = "logs"
NIGHT = "2026-11-01"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def server(port):
    environment = dict(
        os.environ,
        COM_ADOBE_TESTING_S3MOCK_STORE_INITIAL_BUCKETS=BUCKET,
        COM_ADOBE_TESTING_S3MOCK_STORE_ROOT=f"{WORK}/objects",
    )
    os.makedirs(f"{WORK}/objects")
    command = ["java", "-Xmx512m", "-cp", f"{JARS}/*", "com.adobe.testing.s3mock.S3MockApplication"]
    with open(f"{WORK}/server.log", "w") as log:
        process = subprocess.Popen(
            command + ["--server.port=0", f"--http.port={port}"], env=environment, stdout=log, stderr=log
        )
        try:
            for _ in range(120):
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/{BUCKET}?list-type=2").read()
                    break
                time.sleep(0.5)
            else:
                raise SystemExit("the S3 server did not start: " + open(f"{WORK}/server.log").read()[-2000:])
            yield
        finally:
            process.terminate()
            process.wait()


def upload(port):
    files = [file for file in sorted(pathlib.Path(DEMO, "raw").rglob("*")) if file.is_file()]
    for file in files:
        url = f"http://127.0.0.1:{port}/{BUCKET}/{file.relative_to(DEMO)}"
        urllib.request.urlopen(urllib.request.Request(url, data=file.read_bytes(), method="PUT")).read()
    return len(files)


def logmill(*arguments, **environment):
    done = subprocess.run(
        [LAUNCHER, *arguments], env=dict(os.environ, **environment), capture_output=True, text=True, cwd=WORK
    )
    return done.returncode, done.stdout, done.stderr


def configured(port):
    """The demo's configuration with its logs in the bucket, and everything else in a folder of this check."""
    text = pathlib.Path(DEMO, "logmill.yaml").read_text()
    text, moved = re.subn(r'path: "?raw/', lambda path: path.group().replace("raw/", f"s3a://{BUCKET}/raw/"), text)
    text, told = re.subn(
        r"(?m)^storage:.*$",
        "storage:\n"
        f"  fs.s3a.endpoint: http://127.0.0.1:{port}\n"
        "  fs.s3a.endpoint.region: us-east-1\n"
        '  fs.s3a.path.style.access: "true"\n',
        text,
    )
    if not moved or told != 1:
        raise SystemExit(f"the demo's configuration has {moved} paths and {told} storage sections")
    pathlib.Path(WORK, "logmill.yaml").write_text(text)
    pathlib.Path(WORK, "pseudonym.key").write_bytes(pathlib.Path(DEMO, "pseudonym.key").read_bytes())


def spans(output):
    """What sniff tells of each record but its texts and people, whose stand-ins change with every run."""
    told = ("dialect", "trace_id", "span_id", "kind", "name", "model", "usage", "fidelity", "quarantined")
    return [[json.loads(line).get(field) for field in told] for line in output.splitlines()]


def differing(left, right, below=""):
    compared = filecmp.dircmp(left, right)
    found = [below + name for name in compared.left_only + compared.right_only]
    _, wrong, unread = filecmp.cmpfiles(left, right, compared.common_files, shallow=False)
    found += [below + name for name in wrong + unread]
    for folder in compared.common_dirs:
        found += differing(f"{left}/{folder}", f"{right}/{folder}", f"{below}{folder}/")
    return found


def main():
    port = free_port()
    keys = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"}
    with server(port):
        objects = upload(port)
        configured(port)
        code, bucket, told = logmill("sniff", f"s3://{BUCKET}/raw", "--json", "--config", "logmill.yaml", **keys)
        _, disk, _ = logmill("sniff", f"{DEMO}/raw", "--json")
        if code != 0 or not spans(disk) or spans(bucket) != spans(disk):
            raise SystemExit(f"sniff of the bucket ended with {code}, {len(bucket)} characters: {told[-2000:]}")
        code, _, told = logmill("nightly", "--as-of", NIGHT, "--config", "logmill.yaml", **keys)
        if code != 0:
            raise SystemExit(f"the night of {NIGHT} ended with {code}: {told[-2000:]}")
    code, _, told = logmill("sniff", f"s3a://{BUCKET}/raw", "--config", "logmill.yaml", **keys)
    if code != 1 or "cannot be reached" not in told or "\tat " in told:
        raise SystemExit(f"sniff of a server that is gone ended with {code}: {told[-2000:]}")
    versions = sorted(path.relative_to(DEMO) for path in pathlib.Path(DEMO).glob(f"published/*/*/{NIGHT}*"))
    made = sorted(path.relative_to(WORK) for path in pathlib.Path(WORK).glob(f"published/*/*/{NIGHT}*"))
    if not versions or made != versions:
        raise SystemExit(f"published {made} instead of {versions}")
    found = [file for version in versions for file in differing(f"{DEMO}/{version}", f"{WORK}/{version}", f"{version}/")]
    if found:
        raise SystemExit(f"published otherwise than from disk: {found[:5]}")
    published = sum(1 for version in made for file in pathlib.Path(WORK, version).rglob("*") if file.is_file())
    print(
        f"bucket: {objects} objects, {len(spans(bucket))} records as on disk, a night: the same {published} published files, byte for byte"
    )


main()
