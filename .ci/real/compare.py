"""Holds what Logmill read from real records against a second reading of the same records: read.py beside this.

usage: compare.py REAL_DATA FACTS   where FACTS holds what the Real*Check tests wrote.
Prints a line a log, and each difference; exits 1 where there is one.
"""
import hashlib
import json
import sys
from pathlib import Path
from urllib.parse import urlparse

from read import arguments, aws_frames, expected, message, server_sent

DATA, FACTS = Path(sys.argv[1]), Path(sys.argv[2])
FORMS = {"chat-completions": "chat", "responses": "responses", "anthropic": "anthropic",
         "bedrock-anthropic": "anthropic", "vertex-anthropic": "anthropic", "google": "gemini", "bedrock": "converse"}
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


def nvidia():
    read = facts("nvidia")
    for number, record in enumerate(json.loads((DATA / "nvidia/chat_completion.json").read_text()), 1):
        compare("nvidia", f"nvidia:{number}", {"status": "ok", **expected("chat", record["request"], record["response"])}, read[f"nvidia:{number}"])
    print(f"nvidia: {len(read)} records")


def api_of(record):
    url = urlparse(record["uri"])
    request = json_or_none(record["request"])
    if not isinstance(request, dict) or record["method"] != "POST":
        return None
    if url.path.endswith("/responses"):
        return "responses"
    if url.path.endswith("/v1/messages") or (url.hostname.startswith("bedrock") and "anthropic_version" in request and "messages" in request):
        return "anthropic"
    if "converse" in url.path or "nova" in url.path:
        return "converse"
    if "GenerateContent" in url.path or "generateContent" in url.path:
        return "gemini"
    if url.path == "/api/chat":
        return "ollama"
    if url.hostname == "api.cohere.com" and url.path.endswith("/chat"):
        return "cohere" if "/v2/" in url.path else "cohere-older"
    if url.path.endswith(("/embeddings", "/embed")) or "embed" in url.path:
        return "embeddings"
    if "prompt" in request or "inputText" in request:
        return "prompt"
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
    if ":event-type" in text[:400]:
        return aws_frames(text)
    if text.startswith("{") and "\n{" in text:
        return [event for event in map(json_or_none, text.split("\n")) if event]
    return json_or_none(text)


def cassettes():
    read, whole, errors, lost, other, calls, prompts = facts("llm-cassettes"), 0, 0, 0, 0, 0, 0
    for file in ("openllmetry", "otel-contrib"):
        with open(DATA / "llm-cassettes" / f"{file}.jsonl", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                record, place = json.loads(line), f"{file}:{number}"
                fact, api, answer = read[place], api_of(record), answer_of(record)
                failed = record["status"] // 100 != 2 or (isinstance(answer, dict) and "error" in answer and answer["error"])
                if api == "embeddings":
                    # Read without an answer where they answer as OpenAI, Titan or Cohere do.
                    other += 1
                elif api == "prompt":
                    # A prompt and its text, as what two speakers said.
                    prompts += fact["status"] == "ok"
                    if fact["status"] == "ok":
                        request = json_or_none(record["request"])
                        prompt = request.get("prompt") or request["inputText"]
                        said = prompt[0] if isinstance(prompt, list) else prompt
                        compare("llm-cassettes", place, {"in": [message("user", said)]}, fact)
                elif api is None:
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
    print(f"llm-cassettes: {whole} calls with {calls} tool calls, {errors} errors, {prompts} prompts with a text, {lost} whose answers the recorder destroyed, {other} of other APIs: {len(read)}")


def canonical(value):
    return json.dumps(arguments(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(messages):
    """As RunFacts writes a conversation: tools by name, so that ids that pairs count anew do not matter."""
    names, text = {}, ""
    for m in messages:
        calls = [(c["id"], c.get("function") or c) for c in m.get("tool_calls") or []]
        names.update((i, f["name"]) for i, f in calls)
        name = m.get("name") or (names.get(m.get("tool_call_id") or m.get("id"), "") if m["role"] == "tool" else "")
        said = [m["role"], m["content"] or "", name] + [t for _, f in calls for t in (f["name"], canonical(f["arguments"]))]
        text += "".join(t + "\1" for t in said) + "\2"
    return hashlib.sha256(text.encode()).hexdigest()


def runs(log, wanted):
    """Run by run, in the order of the files."""
    got = [json.loads(line) for line in open(FACTS / f"{log}.jsonl", encoding="utf-8")]
    if len(got) != len(wanted):
        differs(log, "all", "runs", len(wanted), len(got))
    pairs = 0
    for fact, (run, messages) in zip(got, wanted):
        for what, value in run.items():
            if fact[what] != value:
                differs(log, fact["at"], what, value, fact[what])
        answers = [[k, digest(messages[:k])] for k, m in enumerate(messages) if m["role"] == "assistant"]
        if [s[:2] for s in fact["steps"]] != answers:
            differs(log, fact["at"], "inputs of step pairs", answers, fact["steps"])
        said = [digest([m]) for m in messages if m["role"] == "assistant"]
        if [s[2] for s in fact["steps"]] != said:
            differs(log, fact["at"], "answers of step pairs", said, fact["steps"])
        pairs += len(answers)
    calls = sum(len(m.get("tool_calls") or []) for _, ms in wanted for m in ms if m["role"] == "assistant")
    good = sum(run["outcome"] == 1 for run, _ in wanted)
    seen = {}
    for run, _ in wanted:
        if run["group"]:
            seen.setdefault(run["group"], set()).add(run["outcome"])
    mixed = sum(len(outcomes) > 1 for outcomes in seen.values())
    print(f"{log}: {len(wanted)} runs, {calls} tool calls, {pairs} step pairs, {good} with outcome 1, {mixed} of {len(seen)} tasks mixed")


def tau():
    wanted = []
    for file in sorted(DATA.glob("tau-bench/historical_trajectories/*.json")):
        for r in json.loads(file.read_text()):
            run = {"trace": f"{r['task_id']}/{r['trial']}", "group": str(r["task_id"]), "agent": "tau-bench-airline", "outcome": r["reward"]}
            wanted.append((run, r["traj"]))
    runs("tau-bench", wanted)


def tau2(part):
    wanted = []
    for file in sorted(DATA.glob(f"tau2-bench/{part}/**/*.json")):
        document = json.loads(file.read_text())
        domain = document["info"]["environment_info"]["domain_name"]
        for s in document["simulations"]:
            answers = [m for m in s["messages"] if m["role"] == "assistant"]
            group = f"{domain}/{s['task_id']}" if "task_id" in s else None  # two files of ref leave it out
            usage = [[(m.get("usage") or {}).get("prompt_tokens"), (m.get("usage") or {}).get("completion_tokens")] for m in answers]
            wanted.append(({
                "trace": s["id"], "group": group, "agent": domain, "outcome": s["reward_info"]["reward"],
                "cost": s.get("agent_cost"),
                "usage": usage, "failed_tools": sum(m["role"] == "tool" and bool(m.get("error")) for m in s["messages"])}, s["messages"]))
    runs(f"tau2-bench-{part}", wanted)


if __name__ == "__main__":
    payloads()
    nvidia()
    cassettes()
    tau()
    tau2("main")
    tau2("ref")
    print(f"{differences} differences")
    sys.exit(differences > 0)
