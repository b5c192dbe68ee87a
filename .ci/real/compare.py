"""Holds what Logmill read from real records against a second reading of the same records: read.py and mapped.py.

usage: compare.py REAL_DATA FACTS   where FACTS holds what the Real*Check tests wrote.
Prints a line a log, and each difference; exits 1 where there is one.
"""
import json
import sys
from pathlib import Path
from urllib.parse import urlparse

from read import arguments, expected, server_sent

DATA, FACTS = Path(sys.argv[1]), Path(sys.argv[2])
FORMS = {"chat-completions": "chat", "responses": "responses", "anthropic": "anthropic",
         "bedrock-anthropic": "anthropic", "vertex-anthropic": "anthropic"}
differences = 0


def differs(log, place, what, wanted, got):
    global differences
    differences += 1
    print(f"{log} {place}: {what}\n  expected {str(wanted)[:600]}\n  read     {str(got)[:600]}")


def facts(log):
    with open(FACTS / f"{log}.jsonl", encoding="utf-8") as lines:
        return {fact["at"]: fact for fact in map(json.loads, lines)}


def plain(messages):
    """As Logmill's messages are written, with arguments parsed."""
    return [{**m, "calls": [[i, n, arguments(a)] for i, n, a in m.get("calls", [])]} for m in messages]


def compare(log, place, wanted, fact):
    got = {**fact, "in": plain(fact["in"]), "out": plain(fact["out"]), "tools": fact.get("tools", [])}
    for what, value in wanted.items():
        if value != got.get(what):
            differs(log, place, what, value, got.get(what))


def payloads():
    read, calls, refused, tokens = facts("provider-payloads"), 0, 0, 0
    for folder in sorted(DATA.glob("provider-payloads/*/*/")):
        for turn in ("", "followup-"):
            for name in ("response", "response-streaming"):
                place = f"{folder.parent.name}/{folder.name}/{turn}{name}"
                if folder.name not in FORMS:
                    refused += read[place]["status"] == "refused"
                    continue
                request = json.loads((folder / f"{turn}request.json").read_text())
                answer = json.loads((folder / f"{turn}{name}.json").read_text())
                wanted = expected(FORMS[folder.name], request, answer)
                compare("provider-payloads", place, {"status": "ok", **wanted}, read[place])
                calls += len([c for m in wanted["out"] for c in m["calls"]])
                tokens += sum(filter(None, wanted["usage"][:2]))
    print(f"provider-payloads: {len(read) - refused} calls, {calls} tool calls, {tokens} tokens; {refused} of other APIs refused")


def api_of(record):
    url = urlparse(record["uri"])
    request = json_or_none(record["request"])
    if not isinstance(request, dict) or record["method"] != "POST":
        return None
    if url.path.endswith("/responses"):
        return "responses"
    if url.path.endswith("/v1/messages") or (url.hostname.startswith("bedrock") and "anthropic_version" in request and "messages" in request):
        return "anthropic"
    if url.path.endswith("/chat/completions") or (url.hostname == "api.writer.com" and url.path == "/v1/chat"):
        return "chat"
    return None


def json_or_none(text):
    try:
        return json.loads(text)
    except (TypeError, ValueError):
        return None


def answer_of(record):
    text = record["response"] or ""
    if text.lstrip().startswith(("data:", "event:")):
        return server_sent(text)
    return json_or_none(text)


def cassettes():
    read, whole, errors, lost, other, calls = facts("llm-cassettes"), 0, 0, 0, 0, 0
    for file in ("openllmetry", "otel-contrib"):
        with open(DATA / "llm-cassettes" / f"{file}.jsonl", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                record, place = json.loads(line), f"{file}:{number}"
                fact, api, answer = read[place], api_of(record), answer_of(record)
                failed = record["status"] // 100 != 2 or (isinstance(answer, dict) and "error" in answer and answer["error"])
                if api is None:
                    other += 1
                    if fact["status"] != "refused":
                        differs("llm-cassettes", place, "status", "refused: " + record["uri"][:90], fact["status"])
                elif failed:
                    errors += 1
                    if fact["status"] != "error":
                        differs("llm-cassettes", place, "status", "error", fact)
                elif answer is None:
                    lost += 1
                    if fact["status"] != "refused":
                        differs("llm-cassettes", place, "status", "refused, the bytes are lost", fact["status"])
                else:
                    whole += 1
                    wanted = expected(api, json_or_none(record["request"]), answer)
                    calls += len([c for m in wanted["out"] for c in m["calls"]])
                    if fact["status"] == "refused":
                        differs("llm-cassettes", place, "status", "a span", fact)
                    else:
                        compare("llm-cassettes", place, wanted, fact)
    print(f"llm-cassettes: {whole} calls with {calls} tool calls, {errors} errors, {lost} whose answers the recorder destroyed, {other} of other APIs: {len(read)}")


if __name__ == "__main__":
    payloads()
    cassettes()
    print(f"{differences} differences")
    sys.exit(differences > 0)
