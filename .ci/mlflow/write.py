"""Writes traces with the real MLflow, and what Logmill must read in them: write.py FOLDER.

FOLDER/logs gets them in the forms that people have them in: JSON, JSON Lines, and the archive's protobuf and JSON.
FOLDER/expected.json gets, for each span, what MLflow's own objects say.
"""
import json
import os
import sys
from pathlib import Path

folder = Path(sys.argv[1]).resolve()
logs = folder / "logs"
logs.mkdir(parents=True, exist_ok=True)
os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
os.environ["MLFLOW_ENABLE_ASYNC_TRACE_LOGGING"] = "false"

import mlflow  # noqa: E402
from mlflow.entities import AssessmentSource, SpanType  # noqa: E402
from mlflow.tracing.otel.otel_archival import spans_to_traces_data_pb  # noqa: E402

mlflow.set_tracking_uri((folder / "store").as_uri())
mlflow.set_experiment("shop")

TOOL = {"type": "function", "function": {"name": "order_status", "parameters": {"type": "object", "properties": {"order": {"type": "integer"}}}}}
QUESTION = [{"role": "system", "content": "Answer briefly."}, {"role": "user", "content": "Where is order 7?"}]
CALL = {"role": "assistant", "content": None, "tool_calls": [
    {"id": "call_7", "type": "function", "function": {"name": "order_status", "arguments": "{\"order\": 7}"}}]}
USAGE = {"input_tokens": 30, "output_tokens": 9, "total_tokens": 39, "cache_read_input_tokens": 8}


@mlflow.trace(span_type=SpanType.TOOL)
def order_status(order):
    if order != 7:
        raise ValueError("no such order")
    return {"status": "leaves today"}


def chat(messages, answer, ending):
    with mlflow.start_span("chat", span_type=SpanType.CHAT_MODEL) as span:
        span.set_inputs({"model": "m-1", "messages": messages, "tools": [TOOL], "temperature": 0.2})
        span.set_outputs({"model": "m-1-0718", "choices": [{"index": 0, "message": answer, "finish_reason": ending}]})
        span.set_attribute("mlflow.chat.tokenUsage", USAGE)
    return answer


@mlflow.trace(span_type=SpanType.AGENT)
def support(question):
    mlflow.update_current_trace(metadata={"mlflow.trace.session": "chat-4711", "mlflow.trace.user": "erika"})
    call = chat(QUESTION, CALL, "tool_calls")
    result = {"role": "tool", "tool_call_id": "call_7", "content": json.dumps(order_status(7))}
    return chat(QUESTION + [call, result], {"role": "assistant", "content": "It leaves today."}, "stop")["content"]


@mlflow.trace(span_type=SpanType.AGENT)
def streaming(question):
    yield "It leaves "
    yield "today."


@mlflow.trace(span_type=SpanType.AGENT)
def failing(question):
    return order_status(8)


def last(run, question):
    try:
        list(run(question))
    except ValueError:
        pass
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


KINDS = {"AGENT": "agent", "TOOL": "tool", "CHAT_MODEL": "llm"}
SAID = {"support": "It leaves today.", "streaming": "It leaves today."}


def expected(trace):
    for span in trace.data.spans:
        usage = span.get_attribute("mlflow.chat.tokenUsage") or {}
        yield {
            "trace_id": trace.info.trace_id.removeprefix("tr-"),
            "span_id": span.span_id,
            "parent_span_id": span.parent_id,
            "kind": KINDS[span.span_type],
            "name": span.name,
            "input_tokens": usage.get("input_tokens"),
            "failed": str(span.status.status_code).endswith("ERROR"),
            "said": SAID.get(span.name),
        }


person = AssessmentSource("HUMAN", "erika")
judge = AssessmentSource("LLM_JUDGE", "m-1")
traces = [last(support, "Where is order 7?"), last(streaming, "Where is order 7?"), last(failing, "Where is order 8?")]
of = traces[0].info.trace_id
mlflow.log_feedback(trace_id=of, name="helpful", value=True, source=person, rationale="quick")
judged = mlflow.log_feedback(trace_id=of, name="correct", value=0.2, source=judge)
mlflow.override_feedback(trace_id=of, assessment_id=judged.assessment_id, value=True, source=AssessmentSource("HUMAN", "otto"))
mlflow.log_expectation(trace_id=of, name="expected_response", value="Order 7 leaves at noon.", source=person)
signals = ["correction None", "judge None withdrawn", "reviewer 1.0", "thumb 1.0"]

traces = [mlflow.get_trace(trace.info.trace_id) for trace in traces]
forms = {"trace.json": 1, "traces.jsonl": 3, "traces.pb": 1, "archive.json": 1}
(logs / "trace.json").write_text(traces[0].to_json(pretty=True))
(logs / "traces.jsonl").write_text("".join(trace.to_json() + "\n" for trace in traces))
(logs / "traces.pb").write_bytes(spans_to_traces_data_pb(traces[0].data.spans))
(logs / "archive.json").write_text(json.dumps(traces[0].data.to_dict()))
(folder / "expected.json").write_text(json.dumps({
    name: {
        "spans": [span for trace in traces[:count] for span in expected(trace)],
        "signals": signals if name.startswith("trace") and not name.endswith(".pb") else [],
    }
    for name, count in forms.items()
}))
