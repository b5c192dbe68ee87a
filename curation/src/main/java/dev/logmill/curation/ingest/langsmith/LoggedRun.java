package dev.logmill.curation.ingest.langsmith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.ParentId;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.CutMarks;
import dev.logmill.curation.ingest.message.ExceptionText;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.FinishReasons;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolUse;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From a run, or from what a batch tells of one, to its span. Fields: LangSmith's run data format and bulk export. */
final class LoggedRun {
    /** Read, or said once more by what is: {@code serialized} describes the code, events of tokens repeat the answer. */
    private static final Set<String> READ = Set.of(
            "id",
            "trace_id",
            "parent_run_id",
            "parent_run_ids",
            "child_run_ids",
            "dotted_order",
            "name",
            "run_type",
            "start_time",
            "end_time",
            "status",
            "error",
            "inputs",
            "outputs",
            "inputs_preview",
            "outputs_preview",
            "extra",
            "events",
            "serialized",
            "prompt_tokens",
            "completion_tokens",
            "total_tokens",
            "prompt_token_details",
            "completion_token_details",
            "prompt_cost",
            "completion_cost",
            "total_cost");

    private static final List<String> SESSIONS = List.of("session_id", "thread_id", "conversation_id");
    private static final List<String> AGENTS = List.of("lc_agent_name", "agent_name");
    private static final Set<String> ASKED =
            Set.of("messages", "model", "system", "tools", "functions", "input", "prompt");
    private static final Set<String> NAMED =
            Set.of("session_id", "thread_id", "conversation_id", "user_id", "ls_model_name", "ls_provider");
    private static final String NEW_TOKEN = "new_token";

    private final RawRecord record;
    private final JsonNode run;
    private final JsonNode inputs;
    private final JsonNode outputs;
    private final JsonNode extra;
    private final JsonNode metadata;
    private final Fields fields = new Fields();
    private final RunTalk talk;

    private LoggedRun(RawRecord record, JsonNode run) {
        this.record = record;
        this.run = run;
        this.inputs = JsonInText.decoded(run.path("inputs"));
        this.outputs = JsonInText.decoded(run.path("outputs"));
        this.extra = JsonInText.decoded(run.path("extra"));
        this.metadata = extra.path("metadata");
        this.talk = new RunTalk(inputs, outputs, fields);
    }

    static boolean isRun(JsonNode body) {
        return body.path("id").isTextual()
                && (body.path("run_type").isTextual()
                        || body.path("dotted_order").isTextual());
    }

    /** The span of a run that is told whole. */
    static Span whole(RawRecord record, JsonNode run) throws UnreadableRecord {
        Span told = new LoggedRun(record, run).span();
        SpanBuilder span = told.toBuilder();
        boolean silent = told.messagesOut().isEmpty() && told.status() != Status.ERROR;
        if (told.kind() == SpanKind.LLM && (told.messagesIn().isEmpty() || silent)) {
            span.note(Fidelity.MISSING_MESSAGES);
        }
        return span.build();
    }

    /** What a batch tells of a run; the version of a patch without an end is that of its post, after which it stands. */
    static Span part(RawRecord record, JsonNode run, RunPart part) throws UnreadableRecord {
        return new LoggedRun(record, run).span().toBuilder().part(part.place()).build();
    }

    private Span span() throws UnreadableRecord {
        String id = Fields.filled(run, "id")
                .orElseThrow(() -> new UnreadableRecord(QuarantineReason.MISSING_FIELD, "id: a run without one"));
        DottedOrder order = DottedOrder.of(Fields.word(run, "dotted_order"));
        String trace = Fields.filled(run, "trace_id").or(order::root).orElse(id);
        SpanKind kind = RunKinds.of(Fields.word(run, "run_type"));
        Status status = status();
        SpanBuilder span = Span.of(record.source(), trace, id, kind)
                .parentSpanId(ParentId.of(
                        ParentId.of(Fields.text(run, "parent_run_id"), id).or(order::parent), id))
                .name(Fields.word(run, "name"))
                .agent(first(metadata, AGENTS))
                .sessionId(first(metadata, SESSIONS))
                .subject(Fields.filled(metadata, "user_id"))
                .startedAt(time("start_time"))
                .endedAt(time("end_time"))
                .status(status)
                .failure(
                        status == Status.ERROR
                                ? Optional.of(ExceptionText.of(Fields.filled(run, "error")))
                                : Optional.empty())
                .costUsd(cost());
        boolean typed = run.path("run_type").isTextual();
        if (kind == SpanKind.TOOL || (!typed && !talk.isAnswered())) {
            span.toolUse(toolUse());
        }
        if (kind != SpanKind.TOOL) {
            talked(span);
        }
        usage(span, kind);
        span.model(model(kind)).tools(tools());
        fields.notes().forEach(span::note);
        return span.attributes(attributes()).build();
    }

    private void talked(SpanBuilder span) throws UnreadableRecord {
        List<Message> asked = talk.in();
        List<Message> answered = talk.out();
        span.messagesIn(asked).messagesOut(answered);
        CutMarks.note(span, asked, answered);
    }

    private Optional<Instant> time(String field) throws UnreadableRecord {
        JsonNode value = run.path(field);
        return Fields.isEmpty(value) ? Optional.empty() : Optional.of(Timestamps.read(field, value));
    }

    private Status status() {
        if (Fields.filled(run, "error").isPresent()
                || Fields.word(run, "status").equals("error")) {
            return Status.ERROR;
        }
        boolean ended = !Fields.isEmpty(run.path("end_time"))
                || Fields.word(run, "status").equals("success");
        return ended ? Status.OK : Status.UNSET;
    }

    private Optional<Double> cost() {
        JsonNode cost = run.path("total_cost");
        Optional<Double> dollars = cost.isNumber()
                ? Optional.of(cost.doubleValue())
                : Fields.filled(run, "total_cost")
                        .filter(text -> text.matches("\\d{1,12}(\\.\\d{1,18})?"))
                        .map(Double::valueOf);
        return dollars.filter(value -> value >= 0 && value < Double.MAX_VALUE);
    }

    private Optional<ToolUse> toolUse() {
        JsonNode given = inputs.path("input");
        boolean alone = inputs.size() == 1 && !given.isMissingNode();
        JsonNode result = outputs.size() == 1 && outputs.has("output") ? outputs.path("output") : outputs;
        JsonNode message = JsonInText.decoded(result);
        JsonNode said = message.path("kwargs").isObject() ? message.path("kwargs") : message;
        boolean answers = said.has("tool_call_id") && said.has("content");
        Optional<String> callId = Fields.filled(said, "tool_call_id").or(() -> Fields.filled(extra, "tool_call_id"));
        Optional<String> arguments = Fields.isEmpty(inputs)
                ? Optional.empty()
                : Optional.of(fields.arguments(alone ? JsonInText.decoded(given) : inputs));
        Optional<String> brought = Fields.isEmpty(outputs)
                ? Optional.empty()
                : Optional.of(Fields.asText(answers ? said.path("content") : result));
        return Optional.of(new ToolUse(Fields.word(run, "name"), callId, arguments, brought));
    }

    /** Only calls of models count tokens; what other runs carry tells those below them once more. */
    private void usage(SpanBuilder span, SpanKind kind) {
        Optional<Usage> usage = RunUsage.of(run, outputs, talk.answered());
        span.usage(usage);
        boolean counts = kind == SpanKind.LLM
                || kind == SpanKind.EMBEDDING
                || !run.path("run_type").isTextual();
        if (usage.isPresent() && !counts) {
            span.note(Fidelity.ROLLUP_USAGE);
        }
    }

    private Optional<Model> model(SpanKind kind) {
        JsonNode made = outputs.path("llm_output");
        JsonNode response = talk.answered().path("response_metadata");
        Model model = new Model(
                Fields.filled(metadata, "ls_provider"),
                Fields.filled(metadata, "ls_model_name")
                        .or(() -> Fields.filled(inputs, "model"))
                        .or(() -> Fields.filled(asked(), "model")),
                Stream.of(
                                Fields.filled(outputs, "model"),
                                Fields.filled(made, "model_name"),
                                Fields.filled(response, "model_name"))
                        .flatMap(Optional::stream)
                        .findFirst(),
                parameters(),
                Fields.filled(outputs, "id").or(() -> Fields.filled(response, "id")),
                fields.finish().or(() -> reason(response)));
        boolean named = model.requested().isPresent() || model.responded().isPresent();
        return named || kind == SpanKind.LLM ? Optional.of(model) : Optional.empty();
    }

    private static Optional<String> reason(JsonNode response) {
        return Fields.filled(response, "finish_reason")
                .or(() -> Fields.filled(response, "stop_reason"))
                .map(FinishReasons::normalised);
    }

    /** How the model was asked: what LangChain hands to it, or the request of a wrapped client. */
    private JsonNode asked() {
        JsonNode invocation = JsonInText.decoded(extra.path("invocation_params"));
        return invocation.isObject()
                ? invocation
                : inputs.path("messages").isArray() ? inputs : MissingNode.getInstance();
    }

    private Optional<String> parameters() {
        ObjectNode parameters = Json.MAPPER.createObjectNode();
        asked().properties().stream()
                .filter(field -> !ASKED.contains(field.getKey()) && !Fields.isEmpty(field.getValue()))
                .forEach(field -> parameters.set(field.getKey(), field.getValue()));
        return parameters.isEmpty() ? Optional.empty() : Optional.of(Json.canonical(parameters));
    }

    private List<Tool> tools() {
        return new OfferedTools(fields).of(asked());
    }

    /** What has no place of its own, the metadata that the application gave among it. */
    private String attributes() {
        fields.keepRest("", run, READ);
        fields.keepRest("metadata", metadata, NAMED);
        fields.keepRest("extra", extra, Set.of("metadata", "invocation_params", "tool_call_id"));
        fields.keep("events", events());
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        fields.rest().forEach(attributes::set);
        if (!fields.failedCalls().isEmpty()) {
            fields.failedCalls().forEach(attributes.putArray("tool_errors")::add);
        }
        return Json.canonical(attributes);
    }

    private ArrayNode events() {
        ArrayNode kept = Json.MAPPER.createArrayNode();
        for (JsonNode event : JsonInText.decoded(run.path("events"))) {
            if (!Fields.word(event, "name").equals(NEW_TOKEN)) {
                kept.add(event);
            }
        }
        return kept;
    }

    private static Optional<String> first(JsonNode node, List<String> names) {
        return names.stream()
                .flatMap(name -> Fields.filled(node, name).stream())
                .findFirst();
    }
}
