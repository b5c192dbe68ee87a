package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tool's arguments gone through along with its schema, so that what takes the place of a value is one that the schema takes.
 *
 * @param said goes over what the schema does not list
 * @param kept goes over what it lists, as over the schema itself
 */
record FittedArguments(JsonRedactor said, SchemaRedactor kept, Subschemas schemas, String scope) {
    /** All of them; what the schema does not tell of is gone through as anywhere. */
    JsonNode of(JsonNode arguments) throws PrivacyFailure {
        return of(arguments, schemas.document(), "");
    }

    private JsonNode of(JsonNode node, JsonNode schema, String label) throws PrivacyFailure {
        List<JsonNode> parts = schemas.of(schema, node);
        Optional<JsonNode> listing =
                parts.stream().filter(part -> SchemaRedactor.lists(part, node)).findFirst();
        if (listing.isPresent()) {
            // It stays as it stands in the tool's own schema, which takes no other.
            return kept.listed(node, listing.get());
        }
        JsonNode all = Subschemas.together(parts);
        if (node.isObject() && Subschemas.tellsOfFields(all)) {
            return object(node, all, label);
        }
        if (node.isArray() && Subschemas.tellsOfElements(all)) {
            return array(node, all, label);
        }
        return kept.fitted().of(node, said.redact(node, label, scope), all);
    }

    private JsonNode object(JsonNode node, JsonNode schema, String label) throws PrivacyFailure {
        ObjectNode object = Json.MAPPER.createObjectNode();
        String called = PairedKey.in(node);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getKey();
            JsonRedactor keys = schema.path("properties").has(key) ? kept.offered() : said;
            JsonNode inner = Subschemas.field(schema, key);
            object.set(
                    keys.key(node, object, key, scope),
                    of(field.getValue(), inner, PairedKey.label(label, key, called)));
        }
        return object;
    }

    private JsonNode array(JsonNode node, JsonNode schema, String label) throws PrivacyFailure {
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (int i = 0; i < node.size(); i++) {
            array.add(of(node.get(i), Subschemas.element(schema, i), label));
        }
        return array;
    }
}
