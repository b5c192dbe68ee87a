package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import java.util.Optional;
import java.util.Set;

/** How a model was asked: one object of parameters, and those that are attributes of their own. Read after all else. */
final class Parameters {
    /** What a request holds besides parameters. */
    private static final Set<String> ELSEWHERE = Set.of("model", "messages", "input", "system", "tools");

    private final ObjectNode told = Json.MAPPER.createObjectNode();
    private final JsonNode tools;

    private Parameters(FieldValues values, Attributes attributes) {
        JsonNode whole =
                values.value(Field.PARAMETERS).map(JsonInText::decoded).orElseGet(Json.MAPPER::createObjectNode);
        this.tools = whole.path("tools");
        whole.properties().forEach(field -> told.set(field.getKey(), field.getValue()));
        told.remove(ELSEWHERE);
        told.setAll(GoogleAdk.parameters(attributes));
        told.setAll(LogfireAttributes.parameters(attributes));
        for (AttributeDialects each : AttributeDialects.values()) {
            for (String prefix : each.dialect().parameterPrefixes()) {
                attributes.startingWith(prefix).forEach((name, value) -> {
                    attributes.use(name);
                    told.set(name.substring(prefix.length()), value);
                });
            }
        }
    }

    static Parameters of(FieldValues values, Attributes attributes) {
        return new Parameters(values, attributes);
    }

    /** Canonical JSON; nothing where there are none. */
    Optional<String> canonical() {
        return Fields.isEmpty(told) ? Optional.empty() : Optional.of(Json.canonical(told));
    }

    /** The tools that a request holds among its parameters. */
    JsonNode tools() {
        return tools;
    }
}
