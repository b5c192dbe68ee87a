package dev.logmill.curation.ingest.nat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.CutMarks;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolUse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The span of a step: its start tells what went in, its end what came out. */
final class StepSpan {
    private static final Map<String, SpanKind> KINDS =
            Map.of("LLM", SpanKind.LLM, "TOOL", SpanKind.TOOL, Steps.WORKFLOW, SpanKind.AGENT);
    private static final Set<String> PAYLOAD = Set.of(
            "event_type", "event_timestamp", "span_event_timestamp", "name", "metadata", "data", "usage_info", "UUID");
    private static final Set<String> METADATA =
            Set.of("chat_responses", "chat_inputs", "tool_inputs", "tool_outputs", "tools_schema", "provided_metadata");
    private static final Set<String> IDS = Set.of("workflow_trace_id", "conversation_id", "user_id");

    private final Step step;
    private final SpanKind kind;
    private final Fields fields = new Fields();
    private final AnyMessages messages = new AnyMessages(fields);

    StepSpan(Step step) {
        this.step = step;
        this.kind = KINDS.getOrDefault(step.first().category(), SpanKind.CHAIN);
    }

    /** The span, in its trace; {@code parent} is its place in the tree, {@code sequence} that in the log. */
    SpanBuilder in(String source, String trace, Optional<String> parent, int sequence) throws UnreadableRecord {
        Optional<Instant> start = time(step.start(), "event_timestamp");
        SpanBuilder span = Span.of(source, trace, step.id(), kind)
                .parentSpanId(parent)
                .name(Fields.word(step.first().payload(), "name"))
                .sessionId(provided("conversation_id"))
                .subject(provided("user_id"))
                .startedAt(start.isPresent() ? start : time(step.end(), "span_event_timestamp"))
                .endedAt(time(step.end(), "event_timestamp"))
                .sequence(sequence);
        if (kind == SpanKind.AGENT) {
            span.agent(Fields.filled(step.first().payload(), "name"));
        }
        if (kind == SpanKind.TOOL) {
            tool(span);
        } else {
            talked(span);
        }
        if (kind == SpanKind.LLM) {
            StepCall call = new StepCall(step, fields);
            span.model(call.model()).usage(call.usage()).tools(call.tools());
        }
        if (span.build().startedAt().isEmpty()) {
            span.note(Fidelity.MISSING_TIME);
        }
        fields.notes().forEach(span::note);
        return span.attributes(attributes());
    }

    private static Optional<Instant> time(Optional<StepEvent> event, String name) throws UnreadableRecord {
        return event.isPresent() ? event.get().time(name) : Optional.empty();
    }

    private Optional<String> provided(String name) {
        return step.events()
                .flatMap(event -> Fields.filled(event.provided(), name).stream())
                .findFirst();
    }

    private void talked(SpanBuilder span) throws UnreadableRecord {
        List<Message> asked = messages.input(StepTalk.in(step), "payload.data.input");
        List<Message> answered = messages.output(StepTalk.out(step), "payload.data.output");
        span.messagesIn(asked).messagesOut(answered);
        CutMarks.note(span, asked, answered);
        // An end repeats no more than the last of the messages that went in.
        if (kind == SpanKind.LLM
                && (asked.isEmpty() || answered.isEmpty() || step.start().isEmpty())) {
            span.note(Fidelity.MISSING_MESSAGES);
        }
    }

    private void tool(SpanBuilder span) {
        JsonNode inputs = StepTalk.first(step, event -> event.metadata().path("tool_inputs"));
        JsonNode asked = Fields.isEmpty(inputs) ? StepTalk.first(step, event -> event.data("input")) : inputs;
        JsonNode brought = JsonInText.decoded(StepTalk.first(step.end(), event -> event.data("output")));
        boolean message = brought.isObject() && brought.has("content") && brought.has("tool_call_id");
        Optional<String> result = Fields.isEmpty(brought)
                ? Optional.empty()
                : Optional.of(Fields.asText(message ? brought.path("content") : brought));
        span.toolUse(Optional.of(new ToolUse(
                Fields.word(step.first().payload(), "name"),
                Fields.filled(brought, "tool_call_id").filter(id -> message),
                Fields.isEmpty(asked) ? Optional.empty() : Optional.of(fields.arguments(asked)),
                result)));
        if (message && Fields.word(brought, "status").equals("error")) {
            span.status(Status.ERROR).failure(Optional.of(new Failure("tool_error", result)));
        }
    }

    private String attributes() {
        step.first().function().ifPresent(name -> fields.keep("function_name", Json.MAPPER.valueToTree(name)));
        step.events().forEach(event -> {
            fields.keepRest("", event.payload(), PAYLOAD);
            fields.keepRest("metadata", object(event.metadata()), METADATA);
            fields.keepRest("metadata", object(event.provided()), IDS);
            fields.keepRest("data", object(event.payload().path("data")), Set.of("input", "output", "chunk"));
        });
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        fields.rest().forEach(attributes::set);
        return Json.canonical(attributes);
    }

    private static JsonNode object(JsonNode node) {
        return node.isObject() ? node : MissingNode.getInstance();
    }
}
