package dev.logmill.curation.ingest.nat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.Forms;
import dev.logmill.curation.ingest.object.ObjectForm;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The step events of NVIDIA's NeMo Agent Toolkit, each step told by a start and an end of one {@code UUID}: what its file exporter
 * writes, an event a line, and the lists {@code intermediate_steps} of its profiler and its evaluation, a request each. See
 * {@code IntermediateStep} in the toolkit's data models.
 *
 * <p>A line does not say whose trace it is part of, and requests lie among each other: a file of lines is read as a whole.
 * A step of which another file has the start is read from its end alone. The workflow is the agent's run; tokens as they stream are told once more by the end and left out.
 */
public final class NatLog implements Dialect {
    private static final String LIST = "intermediate_steps";
    private static final Set<String> DOCUMENT = Set.of(LIST, "question", "generated_answer");

    /** Whether a document lists the steps of one request. */
    public static boolean isRequest(JsonNode document) {
        return StepEvent.isOne(document.path(LIST).path(0));
    }

    /** Whether a document is an event of a step, which means nothing without those around it. */
    public static boolean isEvent(JsonNode document) {
        return StepEvent.isOne(document);
    }

    @Override
    public ObjectForm form(String name) {
        return Forms.linesAsOne(name, StepEvent::isOne);
    }

    @Override
    public boolean isPiece(JsonNode element) {
        return StepEvent.isOne(element);
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        List<Span> spans = new ArrayList<>();
        Steps steps = new Steps();
        for (JsonNode part : record.body().isArray() ? record.body() : List.of(record.body())) {
            if (StepEvent.isOne(part)) {
                steps.add(part);
            } else if (isRequest(part)) {
                spans.addAll(request(record, part));
            }
        }
        List<SpanBuilder> alone = new ArrayList<>();
        for (Step step : steps.all()) {
            alone.add(new StepSpan(step)
                    .in(record.source(), steps.traceOf(step), step.first().parentId(), alone.size()));
        }
        Instant told = told(alone, record.body().size());
        alone.forEach(span -> spans.add(span.versionAt(told).build()));
        if (spans.isEmpty()) {
            throw new UnreadableRecord(
                    QuarantineReason.UNKNOWN_SHAPE,
                    "no step of the NeMo Agent Toolkit: no payload with event_type and UUID that starts or ends one");
        }
        return new Reading.Read(spans, List.of());
    }

    /** A file of events grows: it was told with its last step, and the more it tells the later it is. */
    private static Instant told(List<SpanBuilder> spans, int events) {
        return spans.stream()
                .map(span -> span.build().versionAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)
                .plus(events, ChronoUnit.MICROS);
    }

    /** All steps of a request are one trace, also where the list holds them without the workflow that they ran in. */
    private static List<Span> request(RawRecord record, JsonNode document) throws UnreadableRecord {
        Steps steps = new Steps();
        document.path(LIST).forEach(event -> {
            if (StepEvent.isOne(event)) {
                steps.add(event);
            }
        });
        if (steps.all().isEmpty()) {
            return List.of();
        }
        Optional<Step> workflow = steps.workflow();
        String first = workflow.orElseGet(() -> steps.all().iterator().next()).id();
        String trace = steps.anyTrace().orElse(first);
        List<Span> spans = new ArrayList<>();
        Optional<String> run = workflow.isPresent() ? Optional.empty() : Optional.of("run/" + first);
        Optional<String> top = run.or(() -> workflow.map(Step::id));
        for (Step step : steps.all()) {
            boolean whole = workflow.filter(step::equals).isPresent();
            Optional<String> parent =
                    step.first().parentId().filter(steps::holds).or(() -> top.filter(id -> !whole));
            SpanBuilder span = new StepSpan(step).in(record.source(), trace, parent, spans.size() + 1);
            spans.add(whole ? span.attributes(beside(document, span.build())).build() : span.build());
        }
        if (run.isPresent()) {
            spans.add(0, unlogged(record, document, trace, run.get(), spans));
        }
        return spans;
    }

    /** The run whose workflow is not among its steps, as far as the request tells of it. */
    private static Span unlogged(RawRecord record, JsonNode document, String trace, String id, List<Span> steps)
            throws UnreadableRecord {
        AnyMessages messages = new AnyMessages(new Fields());
        SpanBuilder run = Span.of(record.source(), trace, id, SpanKind.AGENT)
                .startedAt(steps.stream()
                        .flatMap(span -> span.startedAt().stream())
                        .min(Instant::compareTo))
                .endedAt(steps.stream().flatMap(span -> span.endedAt().stream()).max(Instant::compareTo))
                .messagesIn(messages.input(document.path("question"), "question"))
                .messagesOut(messages.output(document.path("generated_answer"), "generated_answer"));
        return run.attributes(beside(document, run.build())).build();
    }

    /** What stands beside the list, among the attributes of the run. */
    private static String beside(JsonNode document, Span run) {
        Fields fields = new Fields();
        fields.keepRest("", document, DOCUMENT);
        ObjectNode attributes = (ObjectNode) Json.container(run.attributes()).orElseGet(Json.MAPPER::createObjectNode);
        fields.rest().forEach(attributes::set);
        return Json.canonical(attributes);
    }
}
