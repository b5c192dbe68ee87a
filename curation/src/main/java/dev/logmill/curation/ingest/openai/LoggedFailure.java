package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.AwsFailure;
import dev.logmill.curation.ingest.message.Failures;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a record says went wrong: in the answer's body, beside it, or by the answer's HTTP status. */
final class LoggedFailure {
    private static final int LONGEST_MESSAGE = 2000;
    private static final Set<String> FAILED = Set.of("failure", "failed", "error");
    private static final List<String> BESIDE = List.of("error", "error_information", "error_str", "errorMessage");

    private static final Map<Integer, String> NEVER_CAME = Map.of(-1, "timeout", -3, "cancelled", -4, "threat");
    private static final List<Api> OF_MESSAGES = List.of(new BedrockConverse(), new CohereOlderChat());

    private LoggedFailure() {}

    static Optional<Failure> of(Envelope envelope, Body body) {
        Optional<Integer> status = envelope.httpStatus().filter(code -> code < 200 || code > 299);
        String code = status.map(number -> "http_" + number).orElse("error");
        return inBody(body, code)
                .or(() -> beside(envelope, code))
                .or(() -> status.map(number -> new Failure(
                        code, Failures.told(body.whole(), code).message().or(() -> text(body)))))
                .or(() -> saidFailed(envelope, code))
                .or(() -> ofHelicone(envelope))
                .or(() -> messageAlone(envelope, body, code))
                .or(() -> ofVertex(envelope, code));
    }

    private static Optional<Failure> inBody(Body body, String code) {
        JsonNode error = body.error();
        Optional<Failure> named = AwsFailure.of(error).or(() -> Failures.of(error, code));
        return named.isPresent() || error.isMissingNode() ? named : Optional.of(Failures.told(error, code));
    }

    private static Optional<Failure> beside(Envelope envelope, String code) {
        Optional<Failure> first = Optional.empty();
        for (String name : BESIDE) {
            JsonNode error = envelope.record().path(name);
            envelope.use(name);
            if (first.isEmpty() && error.isObject()) {
                first = told(error, code);
            } else if (!Fields.isEmpty(error) && !error.isBoolean()) {
                Optional<String> told = Optional.of(Fields.asText(error));
                first = first.map(named -> named.message().isPresent() ? named : new Failure(named.type(), told))
                        .or(() -> Optional.of(new Failure(code, told)));
            }
        }
        return first.or(() -> inMetadata(envelope));
    }

    /** Where LiteLLM's rows of what was spent tell an error; one that was tried again with success is none of the call. */
    private static Optional<Failure> inMetadata(Envelope envelope) {
        JsonNode error = JsonInText.decoded(envelope.record().path("metadata")).path("error_information");
        boolean succeeded = Fields.word(envelope.record(), "status").equals("success");
        return succeeded ? Optional.empty() : told(error, "error");
    }

    /** What an error says, under a name where it has none; nothing where it says nothing. */
    private static Optional<Failure> told(JsonNode error, String otherwise) {
        Failure told = Failures.told(error, "");
        return told.type().isEmpty() && told.message().isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(told.type().isEmpty() ? otherwise : told.type(), told.message()));
    }

    private static Optional<Failure> saidFailed(Envelope envelope, String code) {
        return envelope.scopes()
                .text(Key.STATUS)
                .filter(FAILED::contains)
                .map(failed -> new Failure(code, Optional.empty()));
    }

    /** Helicone counts below nought the answers that never came; one that is pending may still come. */
    private static Optional<Failure> ofHelicone(Envelope envelope) {
        return Optional.ofNullable(
                        NEVER_CAME.get(envelope.record().path("response_status").asInt()))
                .map(word -> new Failure(word, Optional.empty()));
    }

    /**
     * A message instead of an answer is an error, where the request is of a provider that writes errors so; else it may be somebody's own form
     * of an answer.
     */
    private static Optional<Failure> messageAlone(Envelope envelope, Body body, String code) {
        JsonNode told = body.whole();
        JsonNode request = envelope.request();
        boolean ofProvider = request.has("modelId")
                || request.has("anthropic_version")
                || OF_MESSAGES.stream().anyMatch(api -> api.asks(request));
        return ofProvider && AwsFailure.isMessageAlone(told)
                ? Optional.of(Failures.told(told, code))
                : Optional.empty();
    }

    /** A line of a batch of Vertex AI that failed says why in its status, as {@code Bad Request: {"error": {...}}}, and has no answer. */
    private static Optional<Failure> ofVertex(Envelope envelope, String code) {
        String status = Fields.word(envelope.record(), "status");
        boolean unanswered = envelope.record().has("processed_time") && Fields.isEmpty(envelope.response());
        if (!unanswered || status.isBlank()) {
            return Optional.empty();
        }
        int body = status.indexOf('{');
        return Json.container(body < 0 ? "" : status.substring(body))
                .flatMap(told -> Failures.of(told, code))
                .or(() -> Optional.of(new Failure(code, Optional.of(status))));
    }

    /** A gateway's error page, cut short. */
    private static Optional<String> text(Body body) {
        JsonNode said = body.text().isMissingNode() ? body.whole() : body.text();
        return Optional.of(said)
                .filter(text -> !Fields.isEmpty(text))
                .map(Fields::asText)
                .filter(text -> !Body.isLost(text))
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_MESSAGE)));
    }
}
