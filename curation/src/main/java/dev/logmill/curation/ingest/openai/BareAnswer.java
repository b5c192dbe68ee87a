package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a provider answered, saved as it came: a body, or the chunks of a stream, with no request and nothing beside. */
final class BareAnswer {
    private static final Set<String> OF_AN_EXAMPLE =
            Set.of("messages", "tools", "tool_choice", "functions", "parallel_tool_calls", "response_format", "split");
    private static final String PREFERRED = "preferred_output";
    /** What stands beside the preferred answer in OpenPipe's export; it stays in the attributes. */
    private static final String REJECTED = "rejected_message";

    private static final Set<String> OF_A_RECORD = Set.of("messages", "input");

    /** What may stand beside a conversation; parameters of a request do not: there, the assistant's last words are a prefill. */
    private static final Set<String> BESIDE = Stream.concat(
                    Stream.of("model", "id", "created", "metadata", "tags", REJECTED),
                    Arrays.stream(Key.values()).filter(key -> key != Key.STATUS).flatMap(key -> key.names().stream()))
            .collect(Collectors.toUnmodifiableSet());

    private BareAnswer() {}

    static boolean isOne(JsonNode body) {
        if (body.isArray()) {
            List<JsonNode> events = Body.of(body).events();
            return isOneStream(events)
                    && KnownApi.ALL.stream().anyMatch(api -> events.stream().anyMatch(api::streams));
        }
        boolean recorded = Stream.of(
                        OF_A_RECORD.stream(),
                        Envelope.REQUESTS.stream(),
                        Stream.of("response", "response_body"),
                        Key.TRACE.names().stream(),
                        Key.SPAN.names().stream(),
                        Key.FEEDBACK.names().stream())
                .flatMap(names -> names)
                .anyMatch(body::has);
        return !recorded && KnownApi.anyAnswers(body);
    }

    /**
     * Whether a body is a whole conversation, whose last message is the answer: of a training set, {@code {messages, tools,
     * split}}, or with what a log writes beside; or a question with the answer that was preferred.
     */
    static boolean isExample(JsonNode body) {
        if (isPreference(body)) {
            return true;
        }
        JsonNode messages = body.path("messages");
        boolean answered =
                Fields.word(messages.path(messages.size() - 1), "role").equals("assistant");
        return messages.isArray()
                && answered
                && body.properties().stream()
                        .map(Map.Entry::getKey)
                        .allMatch(
                                name -> OF_AN_EXAMPLE.contains(name) || (messages.size() > 1 && BESIDE.contains(name)));
    }

    /** A line of OpenAI's preference tuning, {@code {input: {messages}, preferred_output, non_preferred_output}}. */
    private static boolean isPreference(JsonNode body) {
        return body.path("input").path("messages").isArray()
                && body.path(PREFERRED).path(0).has("role");
    }

    /** An example as the record of the call that it was; the answer that was not preferred stays beside. */
    static JsonNode exampleAsRecord(JsonNode body) {
        ObjectNode record = body.deepCopy();
        if (isPreference(body)) {
            record.set("request", record.remove("input"));
            JsonNode answer = record.remove(PREFERRED).path(0);
            record.putObject("response").putArray("choices").addObject().set("message", answer);
            return record;
        }
        ObjectNode request = Json.MAPPER.createObjectNode();
        for (String name : OF_AN_EXAMPLE) {
            if (record.has(name)) {
                request.set(name, record.remove(name));
            }
        }
        request.remove("split");
        Fields.filled(body, "model").ifPresent(model -> request.set("model", record.remove("model")));
        ArrayNode before = request.putArray("messages");
        JsonNode messages = body.path("messages");
        for (int i = 0; i < messages.size() - 1; i++) {
            before.add(messages.get(i));
        }
        record.set("request", request);
        ObjectNode choice = record.putObject("response").putArray("choices").addObject();
        choice.set("message", messages.get(messages.size() - 1));
        return record;
    }

    /** As a record that holds the answer and nothing else. */
    static JsonNode asRecord(JsonNode body) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        record.set("response", body);
        return record;
    }

    /** Chunks of two answers would make one that nobody gave. */
    private static boolean isOneStream(List<JsonNode> events) {
        return events.stream()
                        .flatMap(event -> Stream.of(event, event.path("message"), event.path("response")))
                        .flatMap(holder ->
                                Fields.filled(holder, "id").or(() -> Fields.filled(holder, "responseId")).stream())
                        .distinct()
                        .count()
                <= 1;
    }
}
