package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.ParentId;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.CutMarks;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.FunctionArguments;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.message.ToolAnswer;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolUse;
import java.util.List;
import java.util.Optional;

/** An observation: of the exports, of the API, or the body of an event. Latencies are never read: their unit changed once. */
final class Observation {
    static final List<String> SESSIONS = List.of("langfuse.session.id", "session.id");
    static final List<String> USERS = List.of("langfuse.user.id", "user.id");

    private final String source;
    private final Row row;
    private final String type;
    private final SpanKind kind;
    private final boolean part;
    private final JsonNode metadata;
    private final JsonNode traced;
    private final Fields fields = new Fields();

    private Observation(String source, JsonNode body, String type, boolean part) {
        this.source = source;
        this.row = new Row(body);
        this.type = type;
        this.part = part;
        this.kind = ObservationKinds.of(type, row.text("environment").orElse(""));
        this.metadata = row.decoded("metadata");
        this.traced = JsonInText.decoded(metadata.path("attributes"));
    }

    static boolean isObservation(JsonNode body) {
        Row row = new Row(body);
        return row.text("id").isPresent()
                && row.has("trace_id")
                && row.text("type").filter(ObservationKinds::isKnown).isPresent()
                && !body.path("body").isObject();
    }

    /** The span of a row. */
    static Span whole(String source, JsonNode body) throws UnreadableRecord {
        Observation observation = new Observation(source, body, Fields.word(body, "type"), false);
        SpanBuilder span = observation.span();
        observation.row.time("updated_at").ifPresent(span::versionAt);
        Span told = span.build();
        boolean silent = told.messagesOut().isEmpty() && told.status() != Status.ERROR;
        if (told.kind() == SpanKind.LLM && (told.messagesIn().isEmpty() || silent)) {
            span.note(Fidelity.MISSING_MESSAGES);
        }
        return span.build();
    }

    /** What an event tells of one; its name says the type, unless the body does. */
    static Span part(String source, JsonNode body, String named) throws UnreadableRecord {
        String type = Fields.filled(body, "type").orElse(named);
        return new Observation(source, body, type, true).span().build();
    }

    private SpanBuilder span() throws UnreadableRecord {
        String id = row.text("id").orElseThrow(() -> missing("id: an observation without one"));
        String trace = row.text("trace_id").orElse(id);
        SpanBuilder span = Span.of(source, trace, id, kind)
                .parentSpanId(parent(trace, id))
                .name(row.text("name").orElse(""))
                .agent(kind == SpanKind.AGENT ? agent() : Optional.empty())
                .agentVersion(kind == SpanKind.AGENT ? row.text("version") : Optional.empty())
                .sessionId(row.text("session_id").or(() -> traced(SESSIONS)))
                .subject(row.text("user_id").or(() -> traced(USERS)))
                .startedAt(row.time("start_time"))
                .endedAt(row.time("end_time"));
        status(span);
        if (kind == SpanKind.TOOL) {
            span.toolUse(Optional.of(toolUse()));
        } else {
            talked(span);
        }
        new ObservationUsage(row, kind).tell(span, fields);
        span.model(new ObservationModel(row, kind, metadata).model(fields.finish()))
                .tools(new OfferedTools(fields).of(DefinedTools.of(row, traced)));
        if (row.time("start_time").isEmpty() && !part) {
            span.note(Fidelity.MISSING_TIME);
        }
        fields.notes().forEach(span::note);
        return span.attributes(new ObservationRest(row, metadata, traced).attributes(type, fields));
    }

    private static UnreadableRecord missing(String what) {
        return new UnreadableRecord(QuarantineReason.MISSING_FIELD, what);
    }

    /** The trace stands above its first observations, where it is told in a record of its own. */
    private Optional<String> parent(String trace, String id) {
        Optional<String> parent = ParentId.of(row.text("parent_observation_id"), id);
        boolean enriched = row.has("trace_name") || row.has("session_id");
        boolean update = part && !row.has("parent_observation_id") && !row.has("start_time");
        return parent.isPresent() || enriched || update || trace.equals(id) ? parent : Optional.of(trace);
    }

    private void status(SpanBuilder span) {
        Optional<String> said = row.text("status_message");
        boolean failed =
                row.text("level").filter(level -> level.equals("ERROR")).isPresent();
        boolean ended = row.text("end_time").isPresent();
        span.status(failed ? Status.ERROR : ended ? Status.OK : Status.UNSET)
                .failure(failed ? Optional.of(new Failure("error", said)) : Optional.empty());
    }

    /** The value of the first attribute of OpenTelemetry that the observation came with; Langfuse keeps them in its metadata. */
    private Optional<String> traced(List<String> names) {
        return names.stream()
                .flatMap(name -> Fields.filled(traced, name).stream())
                .findFirst();
    }

    /** Names of observations may say what is done with the agent, too. */
    private Optional<String> agent() {
        return traced(List.of("gen_ai.agent.name", "agent.name"))
                .or(() -> row.text("name").map(name -> name.replaceFirst("^agent_run \\[(.+)\\]$", "$1")
                        .replaceFirst("^invoke_agent (?=.)", "")));
    }

    private ToolUse toolUse() {
        JsonNode input = told("input", List.of("gen_ai.tool.call.arguments", "gcp.vertex.agent.tool_call_args"));
        JsonNode output = told("output", List.of("gen_ai.tool.call.result", "gcp.vertex.agent.tool_response"));
        ToolAnswer answer = ToolAnswer.of(output);
        return new ToolUse(
                traced(List.of("gen_ai.tool.name", "tool.name"))
                        .or(() -> row.text("name"))
                        .orElse(""),
                Fields.filled(metadata, "tool_call_id")
                        .or(() -> Fields.filled(metadata, "toolCallId"))
                        .or(() -> traced(List.of("gen_ai.tool.call.id", "ai.toolCall.id")))
                        .or(answer::callId),
                Fields.isEmpty(input) ? Optional.empty() : Optional.of(fields.arguments(FunctionArguments.of(input))),
                Fields.isEmpty(output) ? Optional.empty() : Optional.of(Fields.asText(answer.said())));
    }

    /** What an observation says under a name, else what its attributes do. */
    private JsonNode told(String name, List<String> attributes) {
        JsonNode said = row.said(name);
        JsonNode decoded = name.equals("input") ? JsonInText.decoded(said) : said;
        return Fields.isEmpty(JsonInText.decoded(said))
                ? traced(attributes)
                        .map(text ->
                                JsonInText.decoded(Json.MAPPER.getNodeFactory().textNode(text)))
                        .orElse(decoded)
                : decoded;
    }

    private void talked(SpanBuilder span) throws UnreadableRecord {
        ListedTools listed = ListedTools.of(JsonInText.decoded(row.said("input")));
        JsonNode input = listed.tools().isEmpty() ? row.said("input") : listed.messages();
        List<Message> asked = new AnyMessages(fields).input(input, "input");
        List<Message> answered = new AnyMessages(fields).output(row.said("output"), "output");
        span.messagesIn(asked).messagesOut(answered);
        CutMarks.note(span, asked, answered);
    }
}
