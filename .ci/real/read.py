"""A second, plain reading of provider bodies, written from the providers' API references and not from Logmill's code.

Each reader gives (messages in, messages out, tools, usage, finish, model); a message is a dict of role, text, refusal,
reasoning, answers (the call id of a tool result) and calls [[id, name, arguments as parsed JSON or text]]. Usage is
[input with cache, output with reasoning, cache read, cache written, reasoning].
"""
import base64
import json
import re

FINISH = {
    1: "stop", 2: "length", "STOP": "stop", "MAX_TOKENS": "length", "SAFETY": "content_filter", "guardrail_intervened": "content_filter",
    "COMPLETE": "stop", "TOOL_CALL": "tool_calls",
    "end_turn": "stop", "stop_sequence": "stop", "tool_use": "tool_calls", "max_tokens": "length",
    "function_call": "tool_calls", "max_output_tokens": "length", "refusal": "content_filter",
}


def arguments(value):
    if isinstance(value, str):
        try:
            parsed = json.loads(value or "{}")
            return parsed if isinstance(parsed, dict) else value
        except ValueError:
            return value
    return {} if value is None else value


def message(role, text="", refusal="", reasoning="", answers="", calls=()):
    role = {"function": "tool", "model": "assistant", "human": "user"}.get(role, role)
    return {"role": role, "text": text, "refusal": refusal, "reasoning": reasoning, "answers": answers, "calls": list(calls)}


def ended(word):
    return FINISH.get(word, word)


def is_empty(m):
    return not (m["text"] or m["refusal"] or m["reasoning"] or m["calls"])


def parted(parts):
    """Texts that stand apart, by a line where no white space parts them."""
    text = ""
    for p in parts:
        apart = not text or not p or text[-1].isspace() or p[0].isspace()
        text += p if apart else "\n" + p
    return text


def joined(parts, role):
    """The texts of one message: those of an assistant are one text in pieces."""
    return "".join(parts) if role in ("assistant", "model") else parted(parts)


def texts(content, *kinds, role=""):
    """The texts of a content's parts."""
    if content is None or isinstance(content, str):
        return content or ""
    parts = [c if isinstance(c, str) else c.get("text", "") for c in content
             if isinstance(c, str) or c.get("type", "text") in kinds]
    return joined(parts, role)


# ---- chat completions

def chat_message(m):
    calls = [[c.get("id", ""), c["function"]["name"], arguments(c["function"].get("arguments"))] for c in m.get("tool_calls") or []]
    legacy = m.get("function_call")
    if legacy:
        calls.append(["function-" + legacy["name"], legacy["name"], arguments(legacy["arguments"])])
    content = m.get("content")
    thought = m.get("reasoning_content") or m.get("reasoning") or m.get("tool_plan") or ""
    answers = m.get("tool_call_id") or ("function-" + m["name"] if m.get("role") == "function" else "")
    return message(m.get("role", "assistant"), texts(content, "text", role=m.get("role", "assistant")), m.get("refusal") or "", thought, answers, calls)


def chat_usage(u):
    u = u or {}
    p, c = u.get("prompt_tokens_details") or {}, u.get("completion_tokens_details") or {}
    read = p.get("cached_tokens", u.get("prompt_cache_hit_tokens"))
    return [u.get("prompt_tokens"), u.get("completion_tokens"), read, None, c.get("reasoning_tokens")]


def chat_tools(request):
    return [t["function"]["name"] for t in request.get("tools") or []] + [f["name"] for f in request.get("functions") or []]


def chat(request, body):
    out = [chat_message(c["message"]) for c in body.get("choices") or [] if c.get("message")]
    finish = body["choices"][0].get("finish_reason") if body.get("choices") else None
    asked = any_form(request["messages"])
    return asked, out, chat_tools(request), chat_usage(body.get("usage")), finish, body.get("model")


def any_form(messages):
    made = []
    for m in messages:
        content = m.get("content")
        blocks = isinstance(content, list) and any(isinstance(b, dict) and b.get("type") in ("tool_use", "tool_result", "thinking") for b in content)
        made += anthropic_message(m) if blocks else [chat_message(m)]
    return made


def chat_whole(events):
    """A stream's chunks as the completion that they are pieces of."""
    body, choices = {"choices": []}, {}
    for e in events:
        body["model"] = e.get("model") or body.get("model")
        body["usage"] = e.get("usage") or (e.get("x_groq") or {}).get("usage") or body.get("usage")
        for c in e.get("choices") or []:
            whole = choices.setdefault(c["index"], {"message": {"role": "assistant", "content": "", "refusal": "", "reasoning": "", "tool_calls": []}, "finish_reason": None})
            d, m = c.get("delta") or {}, whole["message"]
            m["content"] += d.get("content") or ""
            m["refusal"] += d.get("refusal") or ""
            m["reasoning"] += d.get("reasoning_content") or d.get("reasoning") or ""
            for t in d.get("tool_calls") or []:
                while len(m["tool_calls"]) <= t["index"]:
                    m["tool_calls"].append({"id": "", "function": {"name": "", "arguments": ""}})
                call = m["tool_calls"][t["index"]]
                call["id"] = call["id"] or t.get("id") or ""
                f = t.get("function") or {}
                call["function"]["name"] += f.get("name") or ""
                call["function"]["arguments"] += f.get("arguments") or ""
            f = d.get("function_call")
            if f:
                call = m.setdefault("function_call", {"name": "", "arguments": ""})
                call["name"] += f.get("name") or ""
                call["arguments"] += f.get("arguments") or ""
            whole["finish_reason"] = c.get("finish_reason") or whole["finish_reason"]
    body["choices"] = [choices[i] for i in sorted(choices)]
    return body


# ---- Gemini

def made_ids(messages):
    """Calls without ids go by their tool's name, the second one and its result with a number; a result without an id is that of
    the first call of its tool that has one and no result."""
    seen = {"call": {}, "result": {}}
    waiting = []
    for m in messages:
        waiting += [(i, n) for i, n, _ in m["calls"] if not i.startswith("function-")]
        if m["role"] == "tool" and m["answers"].startswith("function-"):
            found = next((c for c in waiting if c[1] == m["answers"][len("function-"):]), None)
            if found:
                waiting.remove(found)
                m["answers"] = found[0]

    def numbered(side, i):
        if not i.startswith("function-"):
            return i
        seen[side][i] = seen[side].get(i, 0) + 1
        return i if seen[side][i] == 1 else f"{i}-{seen[side][i]}"

    for m in messages:
        m["calls"] = [[numbered("call", i), n, a] for i, n, a in m["calls"]]
        m["answers"] = numbered("result", m["answers"]) if m["role"] == "tool" else m["answers"]
    return messages


def gemini_content(c):
    m, results = message(c.get("role", "user")), []
    said, thought = [], []
    for p in c.get("parts") or []:
        f, r = p.get("functionCall"), p.get("functionResponse")
        if f:
            m["calls"].append([f.get("id") or "function-" + f["name"], f["name"], arguments(f.get("args"))])
        elif r:
            v = r.get("response") or {}
            v = next(iter(v.values())) if len(v) == 1 and next(iter(v)) in ("result", "output") else v
            text = v if isinstance(v, str) else json.dumps(v, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            results.append(message("tool", text, answers=r.get("id") or "function-" + r["name"]))
        elif p.get("thought"):
            thought.append(p.get("text", ""))
        elif p.get("text"):
            said.append(p["text"])
    m["text"], m["reasoning"] = joined(said, m["role"]), "\n".join(t for t in thought if t)
    return results + ([] if results and is_empty(m) else [m])


def gemini(request, body):
    contents = request["contents"]
    contents = [{"role": "user", "parts": [{"text": contents}]}] if isinstance(contents, str) else contents
    asked = [m for c in contents for m in gemini_content(c)]
    system = request.get("systemInstruction") or request.get("system_instruction")
    if system:
        asked.insert(0, message("system", texts(system.get("parts"), "text")))
    found = body.get("candidates") or []
    out = [m for c in found if (c.get("content") or {}).get("parts") for m in gemini_content({"role": "model", **c["content"]})]
    out = [{**m, "role": "assistant"} for m in out]
    u = body.get("usageMetadata") or {}
    said, thought = u.get("candidatesTokenCount"), u.get("thoughtsTokenCount")
    output = None if said is None and thought is None else (said or 0) + (thought or 0)
    prompt = u.get("promptTokenCount")
    usage = [None if prompt is None else prompt + u.get("toolUsePromptTokenCount", 0), output, u.get("cachedContentTokenCount"), None, thought]
    finish = ended(found[0].get("finishReason") if found else None)
    finish = "tool_calls" if finish == "stop" and out and out[0]["calls"] else finish
    tools = [d["name"] for t in request.get("tools") or [] for d in t.get("functionDeclarations") or []]
    tools += [next(iter(t)) for t in request.get("tools") or [] if not t.get("functionDeclarations")]
    return made_ids(asked), made_ids(out), tools, usage, finish, body.get("modelVersion")


def gemini_whole(events):
    body, parts = {}, []
    for e in events:
        body.update({k: v for k, v in e.items() if k != "candidates" and v})
        for c in e.get("candidates") or []:
            body["finish"] = c.get("finishReason") or body.get("finish")
            for p in (c.get("content") or {}).get("parts") or []:
                goes_on = parts and "text" in p and "text" in parts[-1] and bool(p.get("thought")) == bool(parts[-1].get("thought"))
                if goes_on:
                    parts[-1] = {**parts[-1], "text": parts[-1]["text"] + p["text"]}
                elif "text" not in p or p["text"]:
                    parts.append(p)
    return {**body, "candidates": [{"content": {"role": "model", "parts": parts}, "finishReason": body.get("finish")}]}


# ---- Bedrock Converse

def converse_message(m):
    made, results, said, thought = message(m["role"]), [], [], []
    for b in m["content"]:
        use, result = b.get("toolUse"), b.get("toolResult")
        if use:
            made["calls"].append([use["toolUseId"], use["name"], arguments(use.get("input"))])
        elif result:
            c = result.get("content") or []
            if len(c) == 1 and "json" in c[0]:
                text = json.dumps(c[0]["json"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            else:
                text = texts(c, "text")
            results.append(message("tool", text, answers=result["toolUseId"]))
        elif "reasoningContent" in b:
            thought.append(b["reasoningContent"].get("reasoningText", {}).get("text", ""))
        elif "guardContent" in b:
            said.append(b["guardContent"]["text"]["text"])
        elif "text" in b:
            said.append(b["text"])
    made["text"], made["reasoning"] = joined(said, made["role"]), "\n".join(t for t in thought if t)
    return results + ([] if results and is_empty(made) else [made])


def converse(request, body):
    asked = [m for c in request["messages"] for m in converse_message(c)]
    if request.get("system"):
        asked.insert(0, message("system", texts(request["system"], "text")))
    answer = body["output"]["message"]
    u = body.get("usage") or {}
    read, write = (u.get(f"cache{side}InputTokens", u.get(f"cache{side}InputTokenCount")) for side in ("Read", "Write"))
    given = u.get("inputTokens")
    usage = [None if given is None else given + (read or 0) + (write or 0), u.get("outputTokens"), read, write, None]
    tools = [t["toolSpec"]["name"] for t in (request.get("toolConfig") or {}).get("tools") or []]
    return asked, converse_message(answer) if answer["content"] else [], tools, usage, ended(body.get("stopReason")), None


def converse_whole(events):
    body, blocks = {}, {}
    for e in events:
        start, delta = e.get("contentBlockStart") or {}, e.get("contentBlockDelta") or {}
        if "toolUse" in (start.get("start") or {}):
            blocks[start["contentBlockIndex"]] = {"toolUse": {**start["start"]["toolUse"], "input": ""}}
        d, at = delta.get("delta") or {}, delta.get("contentBlockIndex")
        if "text" in d:
            block = blocks.setdefault(at, {"text": ""})
            block["text"] += d["text"]
        if "toolUse" in d:
            blocks[at]["toolUse"]["input"] += d["toolUse"]["input"]
        if "text" in (d.get("reasoningContent") or {}):
            block = blocks.setdefault(at, {"reasoningContent": {"reasoningText": {"text": ""}}})
            block["reasoningContent"]["reasoningText"]["text"] += d["reasoningContent"]["text"]
        body.update(e.get("metadata") or {})
        body["stopReason"] = (e.get("messageStop") or {}).get("stopReason") or body.get("stopReason")
    return {**body, "output": {"message": {"role": "assistant", "content": [blocks[i] for i in sorted(blocks)]}}}


def aws_frames(text):
    """What is left of an event stream that was logged as text: the type of each event, and its JSON."""
    events = []
    for frame in text.split(":event-type")[1:]:
        kind, start = re.match(r"[^A-Za-z:]+([A-Za-z]+)", frame).group(1), frame.find("{")
        try:
            payload = json.JSONDecoder().raw_decode(frame[start:])[0]
        except ValueError:
            continue
        events.append(json.loads(base64.b64decode(payload["bytes"])) if "bytes" in payload else {kind: payload})
    return events


# ---- Cohere

def cohere(request, body):
    said = chat_message({"role": "assistant", **body["message"]})
    t = (body.get("usage") or {}).get("tokens") or (body.get("usage") or {}).get("billed_units") or {}
    usage = [t.get("input_tokens"), t.get("output_tokens"), (body.get("usage") or {}).get("cached_tokens"), None, None]
    return any_form(request["messages"]), [said], chat_tools(request), usage, ended(body.get("finish_reason")), None


def cohere_whole(events):
    m, body, calls = {"role": "assistant", "content": "", "tool_plan": ""}, {}, {}
    for e in events:
        d = e.get("delta") or {}
        part = d.get("message") or {}
        content, call = part.get("content") or {}, part.get("tool_calls") or {}
        m["content"] += content.get("text", "") if isinstance(content, dict) else ""
        m["tool_plan"] += part.get("tool_plan") or ""
        if call:
            whole = calls.setdefault(e["index"], {"id": "", "function": {"name": "", "arguments": ""}})
            whole["id"] = call.get("id") or whole["id"]
            whole["function"]["name"] += call["function"].get("name", "")
            whole["function"]["arguments"] += call["function"].get("arguments", "")
        if e["type"] == "message-end":
            body.update(d)
    return {**body, "message": {**m, "tool_calls": [calls[i] for i in sorted(calls)]}}


def cohere_older(request, body):
    roles = {"USER": "user", "CHATBOT": "assistant", "SYSTEM": "system", "TOOL": "tool"}
    asked = [message("system", request["preamble"])] if request.get("preamble") else []
    asked += [message(roles[m["role"]], m["message"]) for m in request.get("chat_history") or []]
    asked += [message("user", request["message"])] if request["message"] else []
    calls = [["function-" + c["name"], c["name"], arguments(c["parameters"])] for c in body.get("tool_calls") or []]
    t = (body.get("meta") or {}).get("tokens") or (body.get("meta") or {}).get("billed_units") or {}
    usage = [t.get("input_tokens"), t.get("output_tokens"), None, None, None]
    tools = [t["name"] for t in request.get("tools") or []]
    return asked, made_ids([message("assistant", body["text"], calls=calls)]), tools, usage, ended(body.get("finish_reason")), None


# ---- Ollama

def ollama_message(m):
    calls = [["function-" + c["function"]["name"], c["function"]["name"], arguments(c["function"]["arguments"])] for c in m.get("tool_calls") or []]
    answers = "function-" + m["tool_name"] if m.get("tool_name") else ""
    return message(m["role"], m.get("content") or "", reasoning=m.get("thinking") or "", answers=answers, calls=calls)


def ollama(request, body):
    said = ollama_message(body["message"])
    finish = "tool_calls" if said["calls"] else body.get("done_reason")
    usage = [body.get("prompt_eval_count"), body.get("eval_count"), None, None, None]
    asked = made_ids([ollama_message(m) for m in request["messages"]])
    return asked, made_ids([said]), chat_tools(request), usage, finish, body.get("model")


def ollama_whole(events):
    pieces = [e["message"] for e in events]
    text = lambda name: "".join(m.get(name) or "" for m in pieces)
    calls = [c for m in pieces for c in m.get("tool_calls") or []]
    return {**events[-1], "message": {"role": "assistant", "content": text("content"), "thinking": text("thinking"), "tool_calls": calls}}


# ---- Responses

def responses_items(items):
    """Neighbouring items of the assistant are one message."""
    made, answer = [], None
    for i in items:
        kind = i.get("type", "message")
        role = i.get("role") if kind == "message" else None
        if kind in ("function_call_output", "custom_tool_call_output") or (kind == "message" and role != "assistant"):
            answer = None
            made.append(message("tool", texts(i["output"], "input_text", "output_text"), answers=i["call_id"]) if kind != "message"
                        else message(role, texts(i["content"], "input_text", "text")))
            continue
        said = message("assistant")
        if kind == "message":
            said["text"] = texts(i["content"], "output_text", "text", "input_text", role="assistant")
            if not isinstance(i["content"], str):
                said["refusal"] = "\n".join(c["refusal"] for c in i["content"] if c.get("type") == "refusal")
        elif kind == "reasoning":
            said["reasoning"] = "\n".join(c["text"] for c in (i.get("summary") or []) + (i.get("content") or []) if c["text"])
        elif kind == "function_call":
            said["calls"] = [[i["call_id"], i["name"], arguments(i["arguments"])]]
        if is_empty(said):
            continue
        if answer is None:
            answer = message("assistant")
            made.append(answer)
        for field in ("text", "refusal", "reasoning"):
            answer[field] = parted(t for t in (answer[field], said[field]) if t)
        answer["calls"] += said["calls"]
    return made


def responses(request, body):
    asked = [message("system", request["instructions"])] if isinstance(request.get("instructions"), str) and not request.get("previous_response_id") else []
    given = request.get("input")
    asked += [message("user", given)] if isinstance(given, str) else responses_items(given or [])
    out = responses_items(body.get("output") or [])
    tools = [t.get("name") or t["type"] for t in request.get("tools") or []]
    u = body.get("usage") or {}
    i, o = u.get("input_tokens_details") or {}, u.get("output_tokens_details") or {}
    finish = {"completed": "tool_calls" if any(m["calls"] for m in out) else "stop", "in_progress": None, "queued": None}.get(body.get("status"), body.get("status"))
    if finish == "incomplete":
        finish = FINISH.get(body["incomplete_details"]["reason"], body["incomplete_details"]["reason"])
    usage = [u.get("input_tokens"), u.get("output_tokens"), i.get("cached_tokens"), None, o.get("reasoning_tokens")]
    return asked, out, tools, usage, finish, body.get("model")


def responses_whole(events):
    last = [e["response"] for e in events if e.get("type") in ("response.completed", "response.incomplete", "response.failed")]
    return last[-1] if last else {"output": [e["item"] for e in events if e.get("type") == "response.output_item.done"], "status": "in_progress"}


# ---- Anthropic messages

def anthropic_message(m):
    content = m["content"]
    if isinstance(content, str):
        return [message(m["role"], content)]
    results = [message("tool", texts(b.get("content"), "text"), answers=b["tool_use_id"]) for b in content if b["type"] == "tool_result"]
    said = message(
        m["role"], texts(content, "text", role=m["role"]), "",
        "\n".join(b["thinking"] for b in content if b["type"] == "thinking" and b["thinking"]), "",
        [[b["id"], b["name"], arguments(b["input"])] for b in content if b["type"] == "tool_use"])
    return results + ([] if results and is_empty(said) else [said])


def anthropic(request, body):
    asked = [message("system", texts(request["system"], "text"))] if request.get("system") else []
    for m in request["messages"]:
        asked += anthropic_message(m)
    u = body.get("usage") or {}
    read, write = u.get("cache_read_input_tokens"), u.get("cache_creation_input_tokens")
    usage = [u["input_tokens"] + (read or 0) + (write or 0), u.get("output_tokens"), read, write,
             (u.get("output_tokens_details") or {}).get("reasoning_tokens")]
    tools = [t.get("name") or t["type"] for t in request.get("tools") or []]
    out = anthropic_message({"role": "assistant", "content": body["content"]})
    return asked, out, tools, usage, FINISH.get(body["stop_reason"], body["stop_reason"]), body.get("model")


def anthropic_whole(events):
    body, blocks, usage = {}, {}, {}
    for e in events:
        kind = e.get("type")
        if kind == "message_start":
            body = dict(e["message"])
            usage.update(body.get("usage") or {})
        elif kind == "content_block_start":
            blocks[e["index"]] = dict(e["content_block"], json="")
        elif kind == "content_block_delta":
            b, d = blocks[e["index"]], e["delta"]
            if d["type"] == "text_delta":
                b["text"] += d["text"]
            elif d["type"] == "thinking_delta":
                b["thinking"] += d["thinking"]
            elif d["type"] == "input_json_delta":
                b["json"] += d["partial_json"]
        elif kind == "message_delta":
            body.update(e["delta"])
            usage.update({k: v for k, v in (e.get("usage") or {}).items() if v is not None})
    for b in blocks.values():
        if b["json"]:
            b["input"] = b["json"]
    body.update(content=[blocks[i] for i in sorted(blocks)], usage=usage)
    return body


READERS = {"chat": (chat, chat_whole), "responses": (responses, responses_whole), "anthropic": (anthropic, anthropic_whole),
           "gemini": (gemini, gemini_whole), "converse": (converse, converse_whole),
           "ollama": (ollama, ollama_whole),
           "cohere": (cohere, cohere_whole), "cohere-older": (cohere_older, lambda events: events[-1]["response"])}


def server_sent(text):
    """The events of a server-sent stream."""
    data = "".join(line[5:].strip() + "\n" for line in text.replace("\r\n", "\n").split("\n") if line.startswith("data:"))
    return [json.loads(line) for line in data.split("\n") if line and line != "[DONE]"]


def expected(api, request, answer):
    """What a call says; the answer is a body, a list of events, or nothing."""
    reader, assemble = READERS[api]
    body = answer
    if isinstance(answer, list):
        body = answer[0] if len(answer) == 1 and answer[0].get("type") == "message" else assemble(answer)
    asked, out, tools, usage, finish, model = reader(request, body)
    return {"in": asked, "out": out, "tools": tools, "usage": usage, "finish": finish, "model": model}
