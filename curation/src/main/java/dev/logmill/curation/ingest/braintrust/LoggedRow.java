package dev.logmill.curation.ingest.braintrust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.EpochUnit;
import dev.logmill.curation.ingest.ParentId;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.CutMarks;
import dev.logmill.curation.ingest.message.ExceptionText;
import dev.logmill.curation.ingest.message.Failures;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolUse;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From a row to its span. What applications know of sessions, users and models stands in {@code metadata}, by convention. */
final class LoggedRow {
    /** Read, or about the row and not about the span. */
    private static final Set<String> READ = Set.of(
            "id",
            "span_id",
            "root_span_id",
            "span_parents",
            "is_root",
            "span_attributes",
            "input",
            "output",
            "expected",
            "error",
            "scores",
            "metadata",
            "metrics",
            "created",
            "comments",
            "log_id",
            "org_id",
            "_xact_id",
            "_pagination_key",
            "_is_merge",
            "_merge_paths",
            "_async_scoring_state",
            "_audit_source",
            "audit_data",
            "context");

    private static final Set<String> COPIED = Set.of(
            "input",
            "output",
            "expected",
            "error",
            "metadata",
            "metrics",
            "scores",
            "tags",
            "span_attributes",
            "model",
            "name",
            "created",
            "context",
            "origin");

    private static final Set<String> COUNTED = Set.of(
            "start",
            "end",
            "prompt_tokens",
            "completion_tokens",
            "total_tokens",
            "tokens",
            "prompt_cached_tokens",
            "prompt_cache_creation_tokens",
            "completion_reasoning_tokens",
            "reasoning_tokens",
            "estimated_cost");

    private static final List<String> SESSIONS =
            List.of("session_id", "sessionId", "thread_id", "threadId", "conversation_id", "conversationId");
    private static final List<String> USERS = List.of("user_id", "userId");
    private static final List<String> AGENTS = List.of("agent", "agent_name", "agentName");
    private static final List<String> MODELS = List.of("model", "ls_model_name", "model_name");
    private static final List<String> PROVIDERS = List.of("provider", "ls_provider");
    private static final Set<String> PARAMETERS = Set.of(
            "temperature",
            "max_tokens",
            "max_completion_tokens",
            "top_p",
            "top_k",
            "stop",
            "seed",
            "frequency_penalty",
            "presence_penalty",
            "response_format",
            "tool_choice",
            "parallel_tool_calls",
            "reasoning_effort",
            "thinking",
            "stream",
            "n");

    /** Transaction ids begin here, and grow. */
    private static final long FIRST_TRANSACTION = 1_000_000_000_000_000_000L;

    private final String source;
    private final JsonNode row;
    private final JsonNode metadata;
    private final JsonNode request;
    private final JsonNode metrics;
    private final JsonNode input;
    private final JsonNode output;
    private final SpanKind kind;
    private final Fields fields = new Fields();

    private LoggedRow(String source, JsonNode row) {
        this.source = source;
        this.row = row;
        this.metadata = JsonInText.decoded(row.path("metadata"));
        this.request = metadata.path("invocation_params").isObject() ? metadata.path("invocation_params") : metadata;
        this.metrics = JsonInText.decoded(row.path("metrics"));
        this.input = JsonInText.decoded(row.path("input"));
        this.output = JsonInText.decoded(row.path("output"));
        this.kind = RowKinds.of(JsonInText.decoded(row.path("span_attributes")));
    }

    static boolean isRow(JsonNode body) {
        return body.path("id").isTextual()
                && (body.path("root_span_id").isTextual() || body.has("_xact_id") || body.has("_is_merge"));
    }

    /**
     * Whether a value is what a row says, without its ids and with nothing that a row does not have; a request to a model has an
     * input too, but names the model beside it.
     */
    static boolean isBare(JsonNode body) {
        boolean says = body.has("output") || (body.has("input") && !body.has("model"));
        return says && body.properties().stream().allMatch(field -> COPIED.contains(field.getKey()));
    }

    static Span span(RawRecord record, JsonNode row) throws UnreadableRecord {
        return new LoggedRow(record.source(), row).span(record.digest());
    }

    private Span span(String digest) throws UnreadableRecord {
        String id = Fields.filled(row, "span_id")
                .or(() -> isBare(row) ? Optional.of(MadeId.of("row", digest)) : Optional.empty())
                .orElseThrow(() -> new UnreadableRecord(
                        QuarantineReason.MISSING_FIELD, "span_id: a row that does not say which span it is of"));
        JsonNode attributes = JsonInText.decoded(row.path("span_attributes"));
        Optional<Instant> start = time("start").or(this::created);
        Optional<Instant> end = time("end");
        SpanBuilder span = Span.of(source, Fields.filled(row, "root_span_id").orElse(id), id, kind)
                .parentSpanId(ParentId.of(
                        Fields.text(JsonInText.decoded(row.path("span_parents")).path(0)), id))
                .name(Fields.word(attributes, "name"))
                .agent(first(metadata, AGENTS))
                .sessionId(first(metadata, SESSIONS))
                .subject(first(metadata, USERS))
                .startedAt(start)
                .endedAt(end)
                .costUsd(cost());
        Optional<Failure> failure = failure();
        span.failure(failure).status(failure.isPresent() ? Status.ERROR : end.isPresent() ? Status.OK : Status.UNSET);
        boolean merge = row.path("_is_merge").asBoolean();
        boolean part = row.has("_is_merge");
        if (kind == SpanKind.TOOL || (part && !attributes.path("type").isTextual())) {
            toolUse(attributes).ifPresent(use -> span.toolUse(Optional.of(use)));
        }
        if (kind != SpanKind.TOOL) {
            talked(span);
        }
        usage(span, part && !attributes.path("type").isTextual());
        span.model(model()).tools(new OfferedTools(fields).of(offered()));
        version(span, end, part, merge);
        if (start.isEmpty() && !part) {
            span.note(Fidelity.MISSING_TIME);
        }
        fields.notes().forEach(span::note);
        Span told = span.attributes(attributes(attributes)).build();
        return part ? told : whole(told);
    }

    /** Of a whole row the later transaction stands. What is sent bit by bit has no order but this: first what is no merge. */
    private void version(SpanBuilder span, Optional<Instant> end, boolean part, boolean merge) {
        Optional<Instant> transaction = Fields.text(row, "_xact_id")
                .filter(text -> text.matches("\\d{1,18}|1\\d{18}"))
                .map(text ->
                        Instant.EPOCH.plus(Math.max(0, Long.parseLong(text) - FIRST_TRANSACTION), ChronoUnit.MICROS));
        if (part) {
            span.part(merge ? 1 : 0);
            span.versionAt(transaction.orElse(merge ? end.orElse(Instant.EPOCH.plusSeconds(1)) : Instant.EPOCH));
        } else {
            transaction.ifPresent(span::versionAt);
        }
    }

    private static Span whole(Span told) {
        boolean silent = told.messagesOut().isEmpty() && told.status() != Status.ERROR;
        return told.kind() == SpanKind.LLM && (told.messagesIn().isEmpty() || silent)
                ? told.toBuilder().note(Fidelity.MISSING_MESSAGES).build()
                : told;
    }

    /** Seconds, as a number with a fraction; zero stands for no time. */
    private Optional<Instant> time(String name) throws UnreadableRecord {
        JsonNode value = metrics.path(name);
        return value.isNumber() && value.doubleValue() != 0
                ? Optional.of(Timestamps.read("metrics." + name, value, EpochUnit.SECONDS))
                : Optional.empty();
    }

    private Optional<Instant> created() {
        return Timestamps.iso(row.path("created")).filter(Timestamps::isPlausible);
    }

    private Optional<Failure> failure() {
        JsonNode error = JsonInText.decoded(row.path("error"));
        return error.isTextual() && !error.textValue().isBlank()
                ? Optional.of(ExceptionText.of(Optional.of(error.textValue())))
                : Failures.of(row, "error");
    }

    private Optional<Double> cost() {
        JsonNode cost = metrics.path("estimated_cost");
        return cost.isNumber() && cost.doubleValue() >= 0 && cost.doubleValue() < Double.MAX_VALUE
                ? Optional.of(cost.doubleValue())
                : Optional.empty();
    }

    private void talked(SpanBuilder span) throws UnreadableRecord {
        List<Message> asked = new AnyMessages(fields).input(input, "input");
        List<Message> answered = new AnyMessages(fields).output(output, "output");
        span.messagesIn(asked).messagesOut(answered);
        CutMarks.note(span, asked, answered);
    }

    private Optional<ToolUse> toolUse(JsonNode attributes) {
        Optional<String> arguments = Fields.isEmpty(input) ? Optional.empty() : Optional.of(fields.arguments(input));
        Optional<String> result = Fields.isEmpty(output) ? Optional.empty() : Optional.of(Fields.asText(output));
        Optional<String> call = first(metadata, List.of("tool_call_id", "toolCallId"));
        return Optional.of(new ToolUse(Fields.word(attributes, "name"), call, arguments, result));
    }

    private void usage(SpanBuilder span, boolean kindUnknown) {
        Usage usage = new Usage(
                Fields.count(metrics, "prompt_tokens"),
                Fields.count(metrics, "completion_tokens"),
                Fields.count(metrics, "prompt_cached_tokens"),
                Fields.count(metrics, "prompt_cache_creation_tokens"),
                Fields.count(metrics, "completion_reasoning_tokens")
                        .or(() -> Fields.count(metrics, "reasoning_tokens")));
        if (!usage.equals(Usage.NONE)) {
            span.usage(Optional.of(usage));
            if (kind != SpanKind.LLM && !kindUnknown) {
                span.note(Fidelity.ROLLUP_USAGE);
            }
        }
    }

    private Optional<Model> model() {
        // What the request named stands in its parameters, or in the part that came before the answer: another name
        // beside the
        // answer is that of the model that gave it.
        boolean asked = metadata.path("invocation_params").isObject();
        boolean answers = row.path("_is_merge").asBoolean() && !Fields.isEmpty(row.path("output"));
        Optional<String> told = first(metadata, MODELS);
        Optional<String> requested = asked ? first(request, MODELS) : answers ? Optional.empty() : told;
        Optional<String> beside =
                asked || answers ? told.filter(name -> !requested.equals(Optional.of(name))) : Optional.empty();
        Optional<String> answered = Fields.filled(row, "model")
                .or(() -> Fields.filled(output, "model"))
                .or(() -> beside);
        JsonNode inner = metadata.path("metadata");
        Model model = new Model(
                Stream.of(first(metadata, PROVIDERS), first(inner, PROVIDERS))
                        .flatMap(Optional::stream)
                        .findFirst(),
                Stream.of(
                                requested,
                                asked ? told : Optional.<String>empty(),
                                first(inner, MODELS),
                                Fields.filled(input, "model"))
                        .flatMap(Optional::stream)
                        .findFirst(),
                answered,
                parameters(),
                Fields.filled(output, "id"),
                fields.finish());
        boolean named = model.requested().isPresent() || model.responded().isPresent();
        return named || kind == SpanKind.LLM ? Optional.of(model) : Optional.empty();
    }

    private Optional<String> parameters() {
        ObjectNode parameters = Json.MAPPER.createObjectNode();
        request.properties().stream()
                .filter(field -> PARAMETERS.contains(field.getKey()) && !Fields.isEmpty(field.getValue()))
                .forEach(field -> parameters.set(field.getKey(), field.getValue()));
        return parameters.isEmpty() ? Optional.empty() : Optional.of(Json.canonical(parameters));
    }

    private JsonNode offered() {
        return Stream.of(request, metadata, input)
                .filter(body -> JsonInText.decoded(body.path("tools")).isArray())
                .findFirst()
                .<JsonNode>map(
                        body -> Json.MAPPER.createObjectNode().set("tools", JsonInText.decoded(body.path("tools"))))
                .orElseGet(Json.MAPPER::createObjectNode);
    }

    private String attributes(JsonNode spanAttributes) {
        fields.keepRest("", row, READ);
        fields.keepRest("span_attributes", spanAttributes, Set.of("name", "type", "exec_counter"));
        fields.keepRest("metrics", metrics, COUNTED);
        JsonInText.decoded(row.path("scores")).properties().stream()
                .filter(score -> !RowFeedback.isScore(score.getValue()))
                .forEach(score -> fields.keep("scores." + score.getKey(), score.getValue()));
        metadata.properties().stream()
                .filter(field -> !isRead(field.getKey()))
                .forEach(field -> fields.keep("metadata." + field.getKey(), JsonInText.decoded(field.getValue())));
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        fields.rest().forEach(attributes::set);
        if (!fields.failedCalls().isEmpty()) {
            fields.failedCalls().forEach(attributes.putArray("tool_errors")::add);
        }
        return Json.canonical(attributes);
    }

    private static boolean isRead(String name) {
        return PARAMETERS.contains(name)
                || Set.of("tools", "invocation_params", "serialized", "model", "provider")
                        .contains(name)
                || Stream.of(SESSIONS, USERS, AGENTS).anyMatch(names -> names.contains(name));
    }

    private static Optional<String> first(JsonNode node, List<String> names) {
        return names.stream()
                .flatMap(name -> Fields.filled(node, name).stream())
                .findFirst();
    }
}
