package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolUse;
import java.util.Optional;
import java.util.Set;

/**
 * The call of a tool that an application logged to Helicone by itself, {@code {request_body: {_type: tool, toolName, input}, response_body}}.
 *
 * @see <a href="https://docs.helicone.ai/getting-started/integration-method/custom">Custom logs</a>
 */
final class HeliconeTool {
    private static final String TYPE = "_type";

    private HeliconeTool() {}

    static boolean isOne(Envelope envelope) {
        return Fields.word(envelope.request(), TYPE).equals("tool")
                && envelope.request().path("toolName").isTextual();
    }

    /** Its span, as a call's. */
    static Span span(RawRecord raw, Envelope envelope, Fields fields) throws UnreadableRecord {
        JsonNode request = envelope.request();
        Scopes scopes = envelope.scopes();
        Identity identity = Identity.of(raw, envelope, Optional.empty());
        Optional<Failure> failure = LoggedFailure.of(envelope, Body.of(envelope.response()));
        ToolUse use = new ToolUse(
                Fields.word(request, "toolName"),
                Optional.empty(),
                Fields.isEmpty(request.path("input"))
                        ? Optional.empty()
                        : Optional.of(fields.arguments(request.path("input"))),
                result(envelope.response()));
        fields.keepRest("request", request, Set.of(TYPE, "toolName", "input"));
        SpanBuilder span = Span.of(raw.source(), identity.traceId(), identity.spanId(), SpanKind.TOOL)
                .project(identity.project())
                .parentSpanId(identity.parentSpanId())
                .name(use.name())
                .sessionId(identity.sessionId())
                .subject(identity.subject())
                .status(failure.isPresent() ? Status.ERROR : Status.OK)
                .failure(failure)
                .toolUse(Optional.of(use));
        SpanTimes.of(scopes, MissingNode.getInstance()).addTo(span);
        fields.notes().forEach(span::note);
        return span.build();
    }

    private static Optional<String> result(JsonNode response) {
        JsonNode told =
                response instanceof ObjectNode object ? object.deepCopy().without(TYPE) : response;
        return Fields.isEmpty(told) ? Optional.empty() : Optional.of(Fields.asText(told));
    }
}
