package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.CutMarks;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.FinishReasons;
import dev.logmill.curation.ingest.message.FunctionArguments;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.ToolAnswer;
import dev.logmill.curation.ingest.message.Unquoted;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolUse;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From what a carrier says to a span, with the dialects' help. */
final class ReadSpan {
    private static final Set<SpanKind> COUNTS_ITSELF = Set.of(SpanKind.LLM, SpanKind.EMBEDDING);

    private final Carried carried;
    private final Fields fields = new Fields();
    private final FieldValues values;
    private final SpanKind kind;
    private final Status status;
    private final Talk talk;

    private ReadSpan(Carried carried) {
        this.carried = carried;
        this.values = new FieldValues(carried.attributes());
        this.kind = Kinds.of(carried, values);
        this.status = CarriedStatus.of(carried);
        this.talk = Talk.of(carried, fields);
    }

    /** The span that a carrier tells. */
    static Span of(String source, Carried carried) throws UnreadableRecord {
        Span told = part(source, carried);
        SpanBuilder span = told.toBuilder();
        noteMissing(told, span);
        return span.build();
    }

    /** What a carrier tells that need not tell the whole span: what it leaves out is not missing yet. */
    static Span part(String source, Carried carried) throws UnreadableRecord {
        return new ReadSpan(carried).told(source);
    }

    private static void noteMissing(Span told, SpanBuilder span) {
        boolean silent = told.messagesOut().isEmpty() && told.status() != Status.ERROR;
        if (told.kind() == SpanKind.LLM && (told.messagesIn().isEmpty() || silent)) {
            span.note(Fidelity.MISSING_MESSAGES);
        }
        if (told.startedAt().isEmpty() && told.endedAt().isEmpty()) {
            span.note(Fidelity.MISSING_TIME);
        }
        boolean inverted = told.startedAt().isPresent()
                && told.endedAt()
                        .filter(end -> end.isBefore(told.startedAt().get()))
                        .isPresent();
        if (inverted) {
            span.note(Fidelity.TIME_INVERTED);
        }
    }

    private Span told(String source) throws UnreadableRecord {
        SpanBuilder span = Span.of(source, carried.traceId(), carried.spanId(), kind)
                .parentSpanId(carried.parentSpanId())
                .name(carried.name())
                .agent(AgentName.of(carried, values, kind))
                .agentVersion(values.text(Field.AGENT_VERSION))
                .sessionId(values.text(Field.SESSION))
                .subject(values.text(Field.USER))
                .startedAt(carried.startedAt())
                .endedAt(carried.endedAt())
                .status(status)
                .failure(CarriedStatus.failure(carried, status))
                .costUsd(cost());
        usage(span);
        if (kind == SpanKind.TOOL) {
            span.toolUse(Optional.of(toolUse()));
        } else {
            talk(span);
        }
        model(span);
        dropped(span);
        if (MlflowAttributes.isCut(carried)) {
            span.note(Fidelity.PARTIAL_STREAM);
        }
        fields.notes().forEach(span::note);
        return span.attributes(Leftovers.of(carried, values, fields)).build();
    }

    private Optional<Double> cost() {
        JsonNode details = JsonInText.decoded(carried.attributes().peek("langfuse.observation.cost_details"));
        return values.number(Field.COST)
                .or(() -> FieldValues.number(details.path("total")))
                .filter(cost -> cost >= 0 && cost < Double.MAX_VALUE);
    }

    /** Only calls of models count tokens; what other spans carry tells those below them once more. */
    private void usage(SpanBuilder span) {
        if (MastraAttributes.isPart(carried)) {
            return;
        }
        Optional<Usage> usage = Tokens.of(values, carried.attributes());
        span.usage(usage);
        if (usage.isPresent() && !COUNTS_ITSELF.contains(kind)) {
            span.note(Fidelity.ROLLUP_USAGE);
        }
    }

    /** Where a dialect has no names for them, the arguments are what went in and the result is what came out. */
    private ToolUse toolUse() {
        String name = values.text(Field.TOOL)
                .or(() -> carried.attributes().text("traceloop.entity.name"))
                .or(() -> AgentOps.name(carried.attributes()))
                .orElseGet(() -> carried.name().replaceFirst("^execute_tool ", ""));
        Optional<ToolAnswer> answer = values.value(Field.TOOL_RESULT)
                .or(() -> talk.rawOutput().map(EventMessage::content))
                .map(ToolAnswer::of);
        return new ToolUse(
                name,
                values.text(Field.CALL_ID).or(() -> answer.flatMap(ToolAnswer::callId)),
                values.value(Field.TOOL_ARGUMENTS)
                        .or(() -> talk.rawInput().map(EventMessage::content))
                        .map(FunctionArguments::of)
                        .map(fields::arguments),
                answer.map(ToolAnswer::said).map(ReadSpan::unquoted));
    }

    private void talk(SpanBuilder span) throws UnreadableRecord {
        List<Message> in = talk.in();
        List<Message> out = talk.out();
        span.messagesIn(in).messagesOut(out);
        boolean toldByEvents = carried.events().stream()
                .anyMatch(event -> EventMessage.of(event.name()).isPresent());
        if (toldByEvents && Stream.of(in, out).flatMap(List::stream).anyMatch(ReadSpan::isEmpty)) {
            span.note(Fidelity.MISSING_MESSAGES);
        }
        CutMarks.note(span, in, out);
    }

    /** Instrumentations that are told to capture no content still write the events; a tool may well have brought nothing. */
    private static boolean isEmpty(Message message) {
        return message.role() != Role.TOOL
                && message.content().filter(text -> !text.isBlank()).isEmpty()
                && message.reasoning().isEmpty()
                && message.refusal().isEmpty()
                && message.toolCalls().isEmpty()
                && message.media().isEmpty();
    }

    /** Parameters are what a request holds besides all else: they are read last. */
    private void model(SpanBuilder span) {
        Optional<String> requested = values.text(Field.MODEL).or(() -> LogfireAttributes.model(carried.attributes()));
        Parameters parameters = Parameters.of(values, carried.attributes());
        Model model = new Model(
                values.text(Field.PROVIDER),
                requested,
                values.text(Field.ANSWERED_BY),
                parameters.canonical(),
                values.text(Field.RESPONSE_ID),
                finish());
        boolean named = model.requested().isPresent() || model.responded().isPresent();
        boolean empty = !named && model.parameters().isEmpty() && kind != SpanKind.LLM;
        span.tools(talk.tools(parameters.tools())).model(empty ? Optional.empty() : Optional.of(model));
    }

    /** A result that is a text may have been written as JSON, in quotes. */
    private static String unquoted(JsonNode result) {
        return Unquoted.of(Fields.asText(result));
    }

    /** One word, or a list of one for each choice: then that of the first. */
    private Optional<String> finish() {
        Optional<String> word = values.value(Field.FINISH)
                .map(JsonInText::decoded)
                .flatMap(told -> Fields.text(told.isArray() ? told.path(0) : told))
                .or(talk::finish)
                .filter(text -> !text.isBlank());
        return word.map(text -> text.toLowerCase(Locale.ROOT).replace('-', '_'))
                .map(text -> text.equals("tool_call") ? "tool_calls" : FinishReasons.normalised(text));
    }

    private void dropped(SpanBuilder span) {
        boolean ofEvent = false;
        for (JsonNode event : carried.body().path("events")) {
            ofEvent = ofEvent || Dropped.any(event);
        }
        if (ofEvent || Dropped.any(carried.body())) {
            span.note(Fidelity.DROPPED_ATTRIBUTES);
        }
    }
}
