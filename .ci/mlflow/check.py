"""Compares what `logmill sniff --json` says of write.py's logs with what MLflow says: check.py EXPECTED.json NAME < lines."""
import json
import sys

expected = json.load(open(sys.argv[1]))[sys.argv[2]]
lines = [json.loads(line) for line in sys.stdin]
refused = [line for line in lines if "quarantined" in line]
read = {line["span_id"]: line for line in lines if "span_id" in line}
signals = sorted(
    " ".join([s["channel"], str(s.get("value"))] + ["withdrawn"] * bool(s.get("withdrawn"))) for line in read.values() for s in line["signals"])
wrong = [f"refused: {line}" for line in refused]
if len(read) != len(expected["spans"]):
    wrong.append(f"{len(read)} spans, {len(expected['spans'])} expected")
if signals != expected["signals"]:
    wrong.append(f"signals {signals}, expected {expected['signals']}")
for span in expected["spans"]:
    line = read.get(span["span_id"], {})
    told = {name: line.get(name) for name in ("trace_id", "span_id", "parent_span_id", "kind", "name")}
    told["input_tokens"] = (line.get("usage") or {}).get("input_tokens")
    told["failed"] = line.get("error") is not None
    told["said"] = line["messages_out"][-1]["content"] if span["said"] and line.get("messages_out") else None
    if told != span:
        wrong.append(f"read {told}, expected {span}")
for line in wrong:
    print(f"{sys.argv[2]}: {line}")
print(f"mlflow: {sys.argv[2]}: {len(read)} spans and {len(signals)} signals, {len(wrong)} differ from MLflow's own")
sys.exit(bool(wrong))
