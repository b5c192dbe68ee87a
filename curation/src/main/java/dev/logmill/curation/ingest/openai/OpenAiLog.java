package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnknownScale;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.nat.NatLog;
import dev.logmill.curation.ingest.object.Forms;
import dev.logmill.curation.ingest.object.ObjectForm;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.stream.EventText;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The dialect {@code openai-log}: one record is one call of a model, with its request and its response, of OpenAI chat
 * completions, OpenAI Responses or Anthropic messages; as NVIDIA's data flywheel, LiteLLM or a home-grown gateway writes
 * it; or what the provider answered, as it was saved: a response, an array or lines of the chunks of one, a list of responses, or lines of a batch; or
 * a request of the NeMo Agent Toolkit with its steps. A record may also bring feedback, with its call or later on its own.
 *
 * <p>A call goes on with an earlier one where {@code previous_response_id} says so; the id is that of the answer, which
 * is the span's id unless the log gives the span another one.
 */
public final class OpenAiLog implements Dialect {
    private static final Set<String> OF_ANY_LOG =
            Set.of("input", "output", "expected", "error", "metadata", "metrics", "scores", "tags", "span_attributes");

    /** Answers that a provider kept and calls that a gateway logged, as their APIs list them, and what CloudWatch and those who ship logs wrap; any other document is one record. */
    @Override
    public List<RawRecord> records(RawRecord document) {
        return Listed.in(document)
                .or(() -> CloudWatchEvents.in(document))
                .or(() -> ShippedRecord.in(document))
                .orElseGet(() -> List.of(document));
    }

    @Override
    public Optional<String> companion(RawRecord document) {
        return CloudWatchEvents.isControl(document.body())
                ? Optional.of("a message of CloudWatch Logs that only checks its subscription")
                : Optional.empty();
    }

    @Override
    public List<RawRecord> apart(RawRecord record) {
        return UnreadFeedback.in(record).stream().toList();
    }

    /** Chunks of a streamed answer may also be lines, one after the other. */
    @Override
    public ObjectForm form(String name) {
        return Forms.streamed(name, this::isPiece);
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        if (NatLog.isRequest(record.body())) {
            return new NatLog().read(record);
        }
        if (NatLog.isEvent(record.body())) {
            throw new UnreadableRecord(
                    QuarantineReason.UNKNOWN_SHAPE,
                    "a step event of the NeMo Agent Toolkit, which means nothing without those around it: dialect mapped with preset nat reads files of them");
        }
        if (record.body().path("observations").isArray() && PlainCall.isOne(record.body())) {
            throw new UnreadableRecord(
                    QuarantineReason.UNKNOWN_SHAPE,
                    "a trace of Langfuse, whose observations are spans of their own: dialect langfuse reads it");
        }
        if (UnreadApi.GEMINI_CLI.isOf(record.body())) {
            throw new UnreadableRecord(QuarantineReason.UNKNOWN_SHAPE, UnreadApi.GEMINI_CLI.refusal());
        }
        Fields fields = new Fields();
        if (AutoGenEvent.isToolCall(record.body())) {
            return new Reading.Read(List.of(AutoGenEvent.toolCall(record, fields)), List.of());
        }
        Envelope envelope = Envelope.open(record, fields);
        if (isFeedbackAlone(envelope)) {
            return new Reading.Read(List.of(), feedbackAlone(record, envelope.scopes()));
        }
        Span span = HeliconeTool.isOne(envelope)
                ? HeliconeTool.span(record, envelope, fields)
                : LoggedCall.of(record, envelope, fields).span();
        RecordFeedback.Target target = new RecordFeedback.Target(
                Optional.of(span.traceId()),
                Optional.of(span.spanId()),
                span.sessionId(),
                span.subject(),
                span.project());
        Optional<Instant> at = span.endedAt().or(span::startedAt);
        List<Signal> signals = new ArrayList<>(RecordFeedback.of(record, envelope.scopes(), fields, target, at));
        signals.addAll(NamedScores.of(record.source(), envelope.scopes(), fields, target, at));
        signals.addAll(Votes.of(record.source(), envelope.scopes(), fields, target, at));
        signals.addAll(WeaveFeedback.of(record, envelope, fields, target, at));
        Span whole = span.toBuilder()
                .outcome(RecordFeedback.outcome(envelope.scopes()))
                .attributes(LoggedCall.attributes(envelope, fields))
                .build();
        return new Reading.Read(List.of(whole), signals);
    }

    /**
     * An input and an output with nothing of a call beside them may be what was copied out of any log, and an answer that is
     * no API's body what any logging system tells of a step.
     */
    @Override
    public boolean isCertain(RawRecord record) {
        return !record.body().isObject()
                || (!PlainCall.isOne(record.body())
                        && record.body().properties().stream().anyMatch(field -> !OF_ANY_LOG.contains(field.getKey())));
    }

    /** The chunks of a streamed answer, saved as they came. */
    @Override
    public boolean isPiece(JsonNode element) {
        JsonNode event = EventText.unwrapped(element);
        for (Api api : KnownApi.ALL) {
            if (api.isPiece(event)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFeedbackAlone(Envelope envelope) {
        Scopes scopes = envelope.scopes();
        return envelope.request().isEmpty()
                && envelope.response().isMissingNode()
                && (RecordFeedback.given(scopes).isPresent() || isResultAlone(scopes));
    }

    /** How a task came out, told after its calls: by a field that stands beside calls too, and what it is about. */
    private static boolean isResultAlone(Scopes scopes) {
        boolean told = Stream.of(Key.OUTCOME, Key.SCORE, Key.SCORES, Key.CORRECTION)
                .anyMatch(key -> scopes.find(key).isPresent());
        return (told || Votes.areIn(scopes))
                && (scopes.find(Key.TRACE).isPresent()
                        || scopes.find(Key.SPAN).isPresent()
                        || scopes.find(Key.SESSION).isPresent());
    }

    private static List<Signal> feedbackAlone(RawRecord record, Scopes scopes) throws UnreadableRecord {
        RecordFeedback.Target target = new RecordFeedback.Target(
                scopes.text(Key.TRACE),
                scopes.text(Key.SPAN),
                scopes.text(Key.SESSION),
                scopes.text(Key.SUBJECT),
                scopes.text(Key.PROJECT).orElse(""));
        Optional<Instant> at = SpanTimes.time(scopes, Key.START);
        List<Signal> signals = new ArrayList<>(RecordFeedback.of(record, scopes, new Fields(), target, at));
        signals.addAll(NamedScores.of(record.source(), scopes, new Fields(), target, at));
        if (!target.isNothing()) {
            signals.addAll(Votes.of(record.source(), scopes, new Fields(), target, at));
            Votes.downAlone(record.source(), scopes, target, at).ifPresent(signals::add);
        }
        if (signals.isEmpty()) {
            throw UnknownScale.ofFeedback();
        }
        return signals;
    }
}
