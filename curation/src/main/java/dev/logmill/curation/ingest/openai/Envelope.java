package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.WithheldText;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One logged call, opened: its request and response, whatever they are called and wrapped in, and what stands beside
 * them. A record without a request of its own but with {@code messages} or {@code input}, as LiteLLM writes it, is its
 * own request. Headers hold credentials and are not kept.
 */
final class Envelope {
    static final List<String> REQUESTS = List.of("request", "request_body", "body", "reqPayload", "full_request");
    static final List<String> RESPONSES =
            List.of("response", "response_body", "respPayload", "full_response", "output");

    /** Beside what was asked a completion is what was answered; of other records it may be anything. */
    private static final List<String> RESPONSES_TO_MESSAGES =
            Stream.concat(RESPONSES.stream(), Stream.of("completion")).toList();

    private static final Set<String> OF_A_FLAT_REQUEST = Set.of(
            "model",
            "modelId",
            "messages",
            "contents",
            "systemInstruction",
            "system_instruction",
            "generationConfig",
            "input",
            "instructions",
            "system",
            "tools",
            "toolConfig",
            "inferenceConfig",
            "functions");
    private static final List<Key> LOGGED = List.of(Key.TRACE, Key.SPAN, Key.START, Key.END, Key.LATENCY, Key.STATUS);
    private static final Set<String> WRAPPED = Set.of("body", "status", "status_code");

    private final JsonNode record;
    private final JsonNode request;
    private final JsonNode response;
    private final JsonNode loggedResponse;
    private final Scopes scopes;
    private final Set<String> used = new HashSet<>(REQUESTS);

    private Envelope(JsonNode record, Fields fields) throws UnreadableRecord {
        this.record = record;
        List<String> responses =
                record.has("messages") || record.path("prompt").isTextual() ? RESPONSES_TO_MESSAGES : RESPONSES;
        used.addAll(first(RESPONSES).isMissingNode() ? responses : RESPONSES);
        JsonNode logged = JsonInText.decoded(first(REQUESTS));
        JsonNode answered = PlainCall.ofFramework(PlainCall.withheld(first(responses)));
        boolean apart = Stream.of("output", "completion").map(record::path).anyMatch(answered::equals);
        boolean said = logged.isMissingNode() && PlainCall.isSpoken(record) && PlainCall.isSpeech(answered);
        boolean plain = ((apart || said) && PlainCall.answers(answered)) || WithheldText.isMark(answered.asText());
        JsonNode asked = logged.isObject() ? unwrapped(logged, "request", fields) : own(logged, plain);
        this.loggedResponse = plain ? answered : JsonInText.decoded(answered);
        this.response = plain ? PlainCall.answer(answered) : unwrapped(loggedResponse, "response", fields);
        JsonNode spoken =
                PlainCall.spoken(plain || PlainCall.isChat(asked, response) ? PlainCall.request(asked) : asked);
        this.request = RepeatedRequest.completed(spoken, response);
        this.scopes = new Scopes(record, request);
    }

    /** Opens a record; what is no object at all has no shape to know. */
    static Envelope open(RawRecord raw, Fields fields) throws UnreadableRecord {
        JsonNode logged = BatchLine.isOne(raw.body()) ? BatchLine.asRecord(raw.body()) : raw.body();
        JsonNode invoked = InvocationLog.isOne(logged) ? InvocationLog.asRecord(logged) : logged;
        JsonNode body = SpentRow.isOne(invoked) ? SpentRow.asRecord(invoked) : invoked;
        if (CloudflareLogpush.isOne(body)) {
            return new Envelope(CloudflareLogpush.asRecord(body), fields);
        }
        if (AutoGenEvent.isCall(body)) {
            return new Envelope(AutoGenEvent.asRecord(body), fields);
        }
        if (BareAnswer.isOne(body)) {
            return new Envelope(BareAnswer.asRecord(body), fields);
        }
        if (body.isObject() && BareAnswer.isExample(body)) {
            return new Envelope(BareAnswer.exampleAsRecord(body), fields);
        }
        if (!body.isObject()) {
            throw new UnreadableRecord(
                    QuarantineReason.UNKNOWN_SHAPE,
                    body.isArray()
                            ? "a list, and not of the chunks of one streamed answer"
                            : "no object but " + body.getNodeType());
        }
        return new Envelope(body, fields);
    }

    /** Whether the record is a request as it was sent: no answer, and nothing that a log writes beside. */
    boolean isBareRequest() {
        return response.isMissingNode()
                && first(REQUESTS).isMissingNode()
                && !record.has("id")
                && LOGGED.stream().allMatch(key -> scopes.find(key).isEmpty());
    }

    private JsonNode first(List<String> names) {
        for (String name : names) {
            if (!Fields.isEmpty(record.path(name))) {
                return record.path(name);
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode unwrapped(JsonNode logged, String place, Fields fields) {
        if (!logged.isObject() || !logged.has("body")) {
            return logged;
        }
        fields.keepRest(place, logged, WRAPPED);
        return JsonInText.decoded(logged.path("body"));
    }

    /** The request that the record itself is; messages may also stand where the request is expected. */
    private JsonNode own(JsonNode logged, boolean plain) throws UnreadableRecord {
        if (logged.isValueNode()) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD,
                    logged.isTextual()
                            ? "request: a text that is no JSON"
                            : "request: no JSON object but " + logged.getNodeType());
        }
        JsonNode inputs = record.path("inputs");
        if (logged.isMissingNode() && inputs.isObject() && (inputs.has("messages") || inputs.has("contents"))) {
            used.add("inputs");
            return inputs;
        }
        JsonNode input = JsonInText.decoded(record.path("input"));
        if (logged.isMissingNode() && input.isObject() && (!plain || input.has("messages") || input.has("input"))) {
            used.add("input");
            return input;
        }
        ObjectNode request = Json.MAPPER.createObjectNode();
        if (logged.isArray()) {
            request.set("messages", logged);
        }
        for (String name : OF_A_FLAT_REQUEST) {
            if (!Fields.isEmpty(record.path(name))) {
                used.add(name);
                request.set(name, record.path(name));
            }
        }
        // Beside messages a prompt is what they were made of.
        if (record.path("prompt").isTextual() && !request.has("messages") && !request.has("input")) {
            used.add("prompt");
            request.set("prompt", record.path("prompt"));
        }
        // What Gemini's SDKs call the settings of a call may be anything in other logs.
        if (request.has("contents") && record.path("config").isObject()) {
            used.add("config");
            request.set("config", record.path("config"));
        }
        for (Map.Entry<String, JsonNode> field : record.path("model_parameters").properties()) {
            request.set(field.getKey(), field.getValue());
        }
        used.add("model_parameters");
        return request;
    }

    JsonNode record() {
        return record;
    }

    /** The request's body; an empty object where there is none. */
    JsonNode request() {
        return request;
    }

    JsonNode response() {
        return response;
    }

    Scopes scopes() {
        return scopes;
    }

    /** A field of the record that has its place now. */
    void use(String field) {
        used.add(field);
    }

    /** The HTTP status of the answer, from where it is logged. */
    Optional<Integer> httpStatus() {
        return HttpStatus.of(loggedResponse.path("status_code"))
                .or(() -> HttpStatus.of(loggedResponse.path("status")))
                .or(() -> scopes.find(Key.STATUS).flatMap(found -> HttpStatus.of(found.value())));
    }

    /** Puts everything that was not used among the fields that have no place. */
    void keepRest(Fields fields) {
        scopes.keepRest(fields, used);
    }
}
