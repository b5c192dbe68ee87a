package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.CutMarks;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.FinishReasons;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One call of a model, from its envelope to its span. */
final class LoggedCall {
    private static final Answer NO_ANSWER = new Answer(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            MissingNode.getInstance());

    /** How the Responses API says that an answer is still to come. */
    private static final Set<String> WAITING = Set.of("queued", "in_progress");

    private static final String LOST =
            "response: bytes, compressed or binary, that were logged as text, which destroys them; log the decompressed body";
    private static final String LOOKED_FOR =
            "no call of a known API: looked for messages or input in %s, and choices, output or content in %s"
                    .formatted(String.join("|", Envelope.REQUESTS), String.join("|", Envelope.RESPONSES));

    private final RawRecord raw;
    private final Envelope envelope;
    private final Fields fields;
    private final Api api;
    private final Request request;
    private final Answer answer;
    private final Optional<Failure> failure;

    private LoggedCall(RawRecord raw, Envelope envelope, Fields fields) throws UnreadableRecord {
        this.raw = raw;
        this.envelope = envelope;
        this.fields = fields;
        Body body = Body.of(envelope.response());
        Optional<Failure> logged = LoggedFailure.of(envelope, body);
        this.api = KnownApi.of(envelope.request(), body, logged.isPresent())
                .orElseThrow(() -> unknown(envelope, body, logged.isPresent()));
        if (logged.isEmpty() && envelope.isBareRequest()) {
            throw new UnreadableRecord(QuarantineReason.MISSING_FIELD, "response: a request without its response");
        }
        this.request = request(logged.isPresent());
        this.answer = answer(body);
        this.failure = logged.or(answer::failure);
    }

    /** Reads the call in an envelope. */
    static LoggedCall of(RawRecord raw, Envelope envelope, Fields fields) throws UnreadableRecord {
        return new LoggedCall(raw, envelope, fields);
    }

    private static UnreadableRecord unknown(Envelope envelope, Body body, boolean failed) {
        boolean noBody = body.events().isEmpty() && !body.text().isMissingNode();
        if (!failed && noBody) {
            return new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD,
                    Body.isLost(body.text().textValue()) ? LOST : "response: neither JSON nor server-sent events");
        }
        JsonNode answer = body.events().isEmpty() ? body.whole() : body.events().get(0);
        return new UnreadableRecord(
                QuarantineReason.UNKNOWN_SHAPE,
                UnreadApi.of(envelope.request(), answer)
                        .or(() -> UnreadApi.of(envelope.record(), envelope.record()))
                        .map(UnreadApi::refusal)
                        .orElse(LOOKED_FOR));
    }

    /** What was wrong with a failed call may be its request: then the failure stands, and the request beside it. */
    private Request request(boolean failed) throws UnreadableRecord {
        try {
            return fields.ofInput(() -> api.request(envelope.request(), fields));
        } catch (UnreadableRecord unreadable) {
            if (!failed) {
                throw unreadable;
            }
            fields.keep("request", envelope.request());
            return new Request(List.of(), List.of(), Optional.empty(), Optional.empty());
        }
    }

    private Answer answer(Body body) throws UnreadableRecord {
        if (!body.events().isEmpty() && body.events().stream().anyMatch(api::streams)) {
            return api.answer(api.assembled(body.events(), fields), fields);
        }
        return api.answers(body.whole()) ? api.answer(body.whole(), fields) : NO_ANSWER;
    }

    /** The call as a span. */
    Span span() throws UnreadableRecord {
        Scopes scopes = envelope.scopes();
        Identity identity = Identity.of(raw, envelope, answer.id());
        SpanBuilder span = Span.of(raw.source(), identity.traceId(), identity.spanId(), api.kind())
                .project(identity.project())
                .parentSpanId(identity.parentSpanId())
                .name(scopes.text(Key.NAME).orElseGet(api::operation))
                .agent(scopes.text(Key.AGENT))
                .agentVersion(scopes.text(Key.AGENT_VERSION))
                .sessionId(identity.sessionId())
                .subject(identity.subject())
                .groupId(scopes.text(Key.GROUP))
                .status(status())
                .failure(failure)
                .model(Optional.of(model(scopes)))
                .continuesSpanId(request.continues())
                .messagesIn(request.messages())
                .messagesOut(answer.messages())
                .tools(request.tools())
                .usage(usage())
                .costUsd(scopes.find(Key.COST).flatMap(found -> cost(found.value())));
        SpanTimes.of(scopes, answer.created()).addTo(span);
        SpanTimes.time(scopes, Key.VERSION).ifPresent(span::versionAt);
        addFidelity(span, identity);
        // What was asked for before it was done is told again with its answer, under the same id.
        return isWaiting() ? span.part(0).build() : span.build();
    }

    /** Whether it is a response in the background that has not come to its answer. */
    private boolean isWaiting() {
        String status = Fields.word(envelope.response(), "status");
        return WAITING.contains(status) && answer.messages().isEmpty() && failure.isEmpty();
    }

    private Status status() {
        if (failure.isPresent()) {
            return Status.ERROR;
        }
        boolean silent = answer.messages().isEmpty() && answer.ending().isEmpty();
        return silent && (api.kind() == SpanKind.LLM || envelope.response().isMissingNode()) ? Status.UNSET : Status.OK;
    }

    private Model model(Scopes scopes) {
        answer.ending()
                .filter(word -> !word.equals(FinishReasons.normalised(word)))
                .ifPresent(word -> fields.keep(
                        "finish_reason", Json.MAPPER.getNodeFactory().textNode(word)));
        return new Model(
                scopes.text(Key.PROVIDER).or(api::provider),
                Fields.filled(envelope.request(), "model")
                        .or(() -> Fields.filled(envelope.request(), "modelId"))
                        .or(() -> Fields.filled(envelope.record(), "model")),
                answer.model(),
                request.parameters(),
                answer.id(),
                answer.ending().map(FinishReasons::normalised));
    }

    /** The answer's own count, else what the gateway counted. */
    private Optional<Usage> usage() {
        Optional<Usage> ofGateway = GatewayUsage.of(envelope);
        return answer.usage().or(() -> ofGateway);
    }

    private static Optional<Double> cost(JsonNode value) {
        double cost = value.isNumber() ? value.doubleValue() : -1;
        return cost >= 0 && cost < Double.MAX_VALUE ? Optional.of(cost) : Optional.empty();
    }

    private void addFidelity(SpanBuilder span, Identity identity) {
        fields.notes().forEach(span::note);
        CutMarks.note(span, request.messages(), answer.messages());
        // What the call goes on with can be found inside a trace only, so without one its input is not whole.
        boolean cutOff = request.continues().isPresent() && !identity.traceLogged();
        boolean noInput = request.messages().isEmpty() && request.continues().isEmpty();
        boolean noOutput =
                answer.messages().isEmpty() && failure.isEmpty() && api.kind() == SpanKind.LLM && !isWaiting();
        if (cutOff || noInput || noOutput) {
            span.note(Fidelity.MISSING_MESSAGES);
        }
    }

    /** Everything that found no place, as one canonical object; complete once all else was read. */
    static String attributes(Envelope envelope, Fields fields) {
        envelope.keepRest(fields);
        return fields.attributes();
    }
}
