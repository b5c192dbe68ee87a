package dev.logmill.curation.ingest.langsmith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.ParentId;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.CutMarks;
import dev.logmill.curation.ingest.message.ExceptionText;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.FunctionArguments;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.message.ToolAnswer;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolUse;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From a run, or from what a batch tells of one, to its span. Fields: LangSmith's run data format and bulk export. */
final class LoggedRun {
    private static final List<String> SESSIONS = List.of("session_id", "thread_id", "conversation_id");
    private static final List<String> AGENTS = List.of("lc_agent_name", "agent_name");
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
        RunModel model = new RunModel(inputs, outputs, extra, talk);
        span.model(model.of(kind, fields.finish())).tools(new OfferedTools(fields).of(model.asked()));
        fields.notes().forEach(span::note);
        return span.attributes(new RunRest(run, metadata, extra).attributes(fields))
                .build();
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
        ToolAnswer answer = ToolAnswer.of(result);
        Optional<String> callId = answer.callId().or(() -> Fields.filled(extra, "tool_call_id"));
        Optional<String> arguments = Fields.isEmpty(inputs)
                ? Optional.empty()
                : Optional.of(fields.arguments(FunctionArguments.of(alone ? given : inputs)));
        Optional<String> brought =
                Fields.isEmpty(outputs) ? Optional.empty() : Optional.of(Fields.asText(answer.said()));
        return Optional.of(new ToolUse(Fields.word(run, "name"), callId, arguments, brought));
    }

    /** Only calls of models count tokens; what other runs carry tells those below them once more. */
    private void usage(SpanBuilder span, SpanKind kind) {
        Optional<Usage> usage = RunUsage.of(run, outputs, talk);
        span.usage(usage);
        boolean counts = kind == SpanKind.LLM
                || kind == SpanKind.EMBEDDING
                || !run.path("run_type").isTextual();
        if (usage.isPresent() && !counts) {
            span.note(Fidelity.ROLLUP_USAGE);
        }
    }

    private static Optional<String> first(JsonNode node, List<String> names) {
        return names.stream()
                .flatMap(name -> Fields.filled(node, name).stream())
                .findFirst();
    }
}
