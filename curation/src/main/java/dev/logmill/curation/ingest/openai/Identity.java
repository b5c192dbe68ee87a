package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.ParentId;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who and where a logged call is. A call without a trace is a trace of its own; a call without an id is known by the
 * provider's id of the answer, else by what was asked, answered and when.
 */
record Identity(
        String traceId,
        boolean traceLogged,
        String spanId,
        Optional<String> parentSpanId,
        Optional<String> sessionId,
        Optional<String> subject,
        String project) {
    /** Ollama counts its answers up to a thousand and then begins again: such an id is of many calls. */
    private static final Pattern COUNTED = Pattern.compile("[a-zA-Z]+-[0-9]{1,6}");

    private static final int ERRORS = 400;

    static Identity of(RawRecord raw, Envelope envelope, Optional<String> responseId) {
        Scopes scopes = envelope.scopes();
        String spanId = scopes.text(Key.SPAN)
                .or(() -> loggedId(envelope))
                .or(() -> responseId.filter(id -> !COUNTED.matcher(id).matches()))
                .orElseGet(() -> contentId(envelope));
        Optional<String> traceId = scopes.text(Key.TRACE);
        return new Identity(
                traceId.orElseGet(() -> MadeId.of("trace", raw.source(), spanId)),
                traceId.isPresent(),
                spanId,
                ParentId.of(scopes.text(Key.PARENT), spanId),
                session(envelope),
                subject(envelope),
                project(envelope));
    }

    /** A gateway that answers from its cache logs the id of the first answer again; the time tells the calls apart. */
    private static Optional<String> loggedId(Envelope envelope) {
        Optional<String> id = Fields.filled(envelope.record(), "id");
        envelope.use("id");
        boolean cached = envelope.record().path("cache_hit").asBoolean();
        return cached
                ? id.map(first -> Digest.of("cached", first, time(envelope)).id())
                : id;
    }

    /** A call that failed and one that did not are two, though nothing else tells them apart. */
    private static String contentId(Envelope envelope) {
        List<String> content = new ArrayList<>(List.of(
                "span",
                Json.canonical(envelope.request()),
                envelope.response().isMissingNode() ? "" : Json.canonical(envelope.response()),
                time(envelope)));
        envelope.httpStatus().filter(status -> status >= ERRORS).ifPresent(status -> content.add(status.toString()));
        return MadeId.of(content.toArray(String[]::new));
    }

    private static String time(Envelope envelope) {
        return envelope.scopes()
                .find(Key.START)
                .map(found -> Fields.asText(found.value()))
                .orElse("");
    }

    private static Optional<String> session(Envelope envelope) {
        JsonNode conversation = envelope.request().path("conversation");
        return envelope.scopes()
                .text(Key.SESSION)
                .or(() -> Fields.filled(conversation, "id"))
                .or(() -> Fields.text(conversation).filter(id -> !id.isBlank()));
    }

    private static Optional<String> subject(Envelope envelope) {
        return envelope.scopes()
                .find(Key.SUBJECT)
                .flatMap(found -> person(found.value()))
                .or(() -> Fields.filled(envelope.request(), "user"))
                .or(() -> Fields.filled(envelope.request(), "safety_identifier"));
    }

    static Optional<String> person(JsonNode value) {
        Optional<String> id = value.isObject() ? Fields.filled(value, "id") : Fields.text(value);
        return id.filter(text -> !text.isBlank());
    }

    /** The application that NVIDIA's data flywheel calls a client is the project there; elsewhere a client is anybody. */
    private static String project(Envelope envelope) {
        Optional<String> client =
                envelope.record().has("workload_id") ? Fields.filled(envelope.record(), "client_id") : Optional.empty();
        return envelope.scopes().text(Key.PROJECT).or(() -> client).orElse("");
    }
}
