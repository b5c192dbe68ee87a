package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Optional;

/** What a model answers: text, or the call of a tool. */
record ModelReply(String content, Optional<Call> call) {
    /** A tool with its arguments. */
    record Call(String tool, ObjectNode arguments) {}

    static ModelReply text(String content) {
        return new ModelReply(content, Optional.empty());
    }

    /** A call; {@code fields} are keys and values by turns. */
    static ModelReply call(String tool, String... fields) {
        ObjectNode arguments = Json.MAPPER.createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            arguments.put(fields[i], fields[i + 1]);
        }
        return new ModelReply("", Optional.of(new Call(tool, arguments)));
    }

    /** As one text: the content, or the tool and its canonical arguments. */
    String written() {
        return call.map(asked -> asked.tool() + Json.canonical(asked.arguments()))
                .orElse(content);
    }
}
