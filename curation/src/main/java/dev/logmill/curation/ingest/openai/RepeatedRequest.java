package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an answer of OpenAI's Responses repeats of its request, {@code {object: response, instructions, tools, previous_response_id}}: where a response
 * was stored without its request, or a prompt under an id brought the instructions, it alone tells them.
 */
final class RepeatedRequest {
    private static final List<String> REPEATED = List.of("instructions", "tools", "previous_response_id");

    private RepeatedRequest() {}

    /** The request, with what the answer alone tells of it. */
    static JsonNode completed(JsonNode request, JsonNode answer) {
        // The text of a stream is long: it is read for this only where it tells any of them.
        if (answer.isTextual() && REPEATED.stream().noneMatch(answer.textValue()::contains)) {
            return request;
        }
        JsonNode body = body(answer);
        boolean more = REPEATED.stream().anyMatch(name -> tells(body, request, name));
        if (!more || !(request instanceof ObjectNode asked)) {
            return request;
        }
        ObjectNode completed = asked.deepCopy();
        REPEATED.stream()
                .filter(name -> tells(body, request, name))
                .forEach(name -> completed.set(name, body.path(name)));
        return completed;
    }

    private static boolean tells(JsonNode body, JsonNode request, String name) {
        return Fields.isEmpty(request.path(name)) && !Fields.isEmpty(body.path(name));
    }

    /** The response itself, or the one that the events of a stream hold. */
    private static JsonNode body(JsonNode answer) {
        Body logged = Body.of(answer);
        return Stream.concat(Stream.of(logged.whole()), logged.events().stream().map(event -> event.path("response")))
                .filter(body -> Fields.word(body, "object").equals("response"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
