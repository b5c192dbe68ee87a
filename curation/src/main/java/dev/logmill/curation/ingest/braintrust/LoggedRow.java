package dev.logmill.curation.ingest.braintrust;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.EpochUnit;
import dev.logmill.curation.ingest.ParentId;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.CachedInput;
import dev.logmill.curation.ingest.message.CutMarks;
import dev.logmill.curation.ingest.message.ExceptionText;
import dev.logmill.curation.ingest.message.Failures;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Message;
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

/** From a row to its span. What applications know of sessions, users and models stands in {@code metadata}, by convention. */
final class LoggedRow {
    static final List<String> SESSIONS =
            List.of("session_id", "sessionId", "thread_id", "threadId", "conversation_id", "conversationId");
    static final List<String> USERS = List.of("user_id", "userId");
    static final List<String> AGENTS = List.of("agent", "agent_name", "agentName");
    /** Transaction ids begin here, and grow. */
    private static final long FIRST_TRANSACTION = 1_000_000_000_000_000_000L;

    private final String source;
    private final JsonNode row;
    private final JsonNode metadata;
    private final JsonNode metrics;
    private final JsonNode input;
    private final JsonNode output;
    private final SpanKind kind;
    private final Fields fields = new Fields();

    private LoggedRow(String source, JsonNode row) {
        this.source = source;
        this.row = row;
        this.metadata = JsonInText.decoded(row.path("metadata"));
        this.metrics = JsonInText.decoded(row.path("metrics"));
        this.input = JsonInText.decoded(row.path("input"));
        this.output = JsonInText.decoded(row.path("output"));
        this.kind = RowKinds.of(JsonInText.decoded(row.path("span_attributes")));
    }

    static boolean isRow(JsonNode body) {
        return body.path("id").isTextual()
                && (body.path("root_span_id").isTextual() || body.has("_xact_id") || body.has("_is_merge"));
    }

    static Span span(RawRecord record, JsonNode row) throws UnreadableRecord {
        return new LoggedRow(record.source(), row).span(record.digest());
    }

    private Span span(String digest) throws UnreadableRecord {
        Optional<String> named = Fields.filled(row, "id");
        Optional<String> spanId = Fields.filled(row, "span_id");
        boolean unplaced =
                spanId.isEmpty() && named.isPresent() && row.path("_is_merge").asBoolean();
        String id = spanId.or(() -> unplaced ? named : Optional.empty())
                .or(() -> BareRow.is(row) ? Optional.of(MadeId.of("row", digest)) : Optional.empty())
                .orElseThrow(() -> new UnreadableRecord(
                        QuarantineReason.MISSING_FIELD, "span_id: a row that does not say which span it is of"));
        JsonNode attributes = JsonInText.decoded(row.path("span_attributes"));
        Optional<Instant> start = time("start").or(this::created);
        Optional<Instant> end = time("end");
        String trace = unplaced ? id : Fields.filled(row, "root_span_id").orElse(id);
        SpanBuilder span = Span.of(source, trace, id, kind)
                .recordId(named.filter(record -> !record.equals(id)))
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
        RowModel model = new RowModel(row, metadata, input, output);
        span.model(model.of(kind, fields.finish())).tools(new OfferedTools(fields).of(model.offered()));
        version(span, end, part, merge);
        if (unplaced) {
            span.note(Fidelity.MISSING_TRACE);
        }
        if (start.isEmpty() && !part) {
            span.note(Fidelity.MISSING_TIME);
        }
        fields.notes().forEach(span::note);
        Span told = span.attributes(new RowRest(row, metadata, metrics).attributes(attributes, fields))
                .build();
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
        Optional<Long> output = Fields.count(metrics, "completion_tokens");
        Optional<Long> read = Fields.count(metrics, "prompt_cached_tokens");
        Optional<Long> write = Fields.count(metrics, "prompt_cache_creation_tokens");
        Usage usage = new Usage(
                CachedInput.whole(
                        Fields.count(metrics, "prompt_tokens"),
                        output,
                        read.orElse(0L) + write.orElse(0L),
                        Fields.count(metrics, "tokens").or(() -> Fields.count(metrics, "total_tokens"))),
                output,
                read,
                write,
                Fields.count(metrics, "completion_reasoning_tokens")
                        .or(() -> Fields.count(metrics, "reasoning_tokens")));
        if (!usage.equals(Usage.NONE)) {
            span.usage(Optional.of(usage));
            if (kind != SpanKind.LLM && !kindUnknown) {
                span.note(Fidelity.ROLLUP_USAGE);
            }
        }
    }

    static Optional<String> first(JsonNode node, List<String> names) {
        return names.stream()
                .flatMap(name -> Fields.filled(node, name).stream())
                .findFirst();
    }
}
