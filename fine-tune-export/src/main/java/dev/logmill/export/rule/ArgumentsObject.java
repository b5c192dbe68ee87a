package dev.logmill.export.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.export.target.ArgumentForm;
import java.util.Optional;

/** Arguments are one JSON object, in the form that the target wants: what is a string there is encoded once. */
final class ArgumentsObject implements RowRule {
    @Override
    public Optional<String> breach(Row row) {
        ArgumentForm form = row.target().arguments();
        int at = 0;
        for (JsonNode message : row.conversation().messages()) {
            for (JsonNode call : message.path("tool_calls")) {
                JsonNode arguments = call.path("function").path("arguments");
                if (!isObject(arguments, form)) {
                    return Optional.of("message %d has arguments of type %s, wanted an object as %s"
                            .formatted(at, arguments.getNodeType(), form));
                }
            }
            at++;
        }
        return Optional.empty();
    }

    private static boolean isObject(JsonNode arguments, ArgumentForm form) {
        return switch (form) {
            case OBJECT -> arguments.isObject();
            case STRING ->
                arguments.isTextual()
                        && Json.container(arguments.textValue())
                                .filter(JsonNode::isObject)
                                .isPresent();
        };
    }
}
