package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Map;
import java.util.Set;

/**
 * A tool's JSON Schema gone through, which stays one: descriptions are text, names of fields and what is listed are looked at by form
 * and for what the record tells elsewhere, as a word that nothing else tells to be somebody's is a product's; what the schema says of
 * types and bounds stays.
 *
 * @param described goes over descriptions
 * @param offered goes over all else
 */
record SchemaRedactor(JsonRedactor described, JsonRedactor offered, FittedValue fitted, String scope) {
    private static final Set<String> TYPES =
            Set.of("string", "integer", "number", "boolean", "null", "array", "object");

    /** JSON Schema's own (validation, section 7.3). */
    private static final Set<String> FORMATS = Set.of(
            "date-time",
            "date",
            "time",
            "duration",
            "email",
            "idn-email",
            "hostname",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "uri",
            "uri-reference",
            "iri",
            "iri-reference",
            "uuid",
            "uri-template",
            "json-pointer",
            "relative-json-pointer",
            "regex");

    /** Keys whose value is an object of schemas, by names that developers gave. */
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

    /** Keys whose value is, or lists, what an argument may be. */
    private static final Set<String> LISTED = Set.of("enum", "const", "default", "examples", "example");

    private static final Set<String> TEXTS = Set.of("description", "$comment");

    /** The same without identifiers. */
    JsonNode of(JsonNode schema) throws PrivacyFailure {
        if (schema.isArray()) {
            ArrayNode schemas = Json.MAPPER.createArrayNode();
            for (JsonNode each : schema) {
                schemas.add(each.isContainerNode() ? of(each) : word(each, ""));
            }
            return schemas;
        }
        if (!schema.isObject()) {
            return word(schema, "");
        }
        ObjectNode kept = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : schema.properties()) {
            String key = field.getKey();
            kept.set(offered.key(schema, kept, key, scope), under(key, field.getValue(), schema));
        }
        return kept;
    }

    private JsonNode under(String key, JsonNode value, JsonNode schema) throws PrivacyFailure {
        if (NAMED.contains(key) && value.isObject()) {
            return named(value);
        }
        if (LISTED.contains(key)) {
            return key.equals("enum") || key.equals("examples") ? each(value, schema) : listed(value, schema);
        }
        if (TEXTS.contains(key) && value.isTextual()) {
            return described.redact(value, key, scope);
        }
        return value.isContainerNode() ? of(value) : word(value, key);
    }

    private JsonNode named(JsonNode schemas) throws PrivacyFailure {
        ObjectNode kept = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : schemas.properties()) {
            String key = field.getKey();
            kept.set(offered.key(schemas, kept, key, scope), of(field.getValue()));
        }
        return kept;
    }

    private JsonNode each(JsonNode values, JsonNode schema) throws PrivacyFailure {
        if (!values.isArray()) {
            return listed(values, schema);
        }
        JsonRedactor words = words(schema);
        ArrayNode kept = Json.MAPPER.createArrayNode();
        for (JsonNode value : values) {
            kept.add(listed(value, schema, words));
        }
        return kept;
    }

    /** A value that a schema lists, in the schema itself and in arguments alike. */
    JsonNode listed(JsonNode value, JsonNode schema) throws PrivacyFailure {
        return listed(value, schema, words(schema));
    }

    private JsonNode listed(JsonNode value, JsonNode schema, JsonRedactor words) throws PrivacyFailure {
        // No key is told: under "login" any listed word would be somebody's.
        return fitted.of(value, words.redact(value, "", scope), schema);
    }

    /** What goes over a list: where the record tells that one of it is a person, others are looked at as if they were, too. */
    private JsonRedactor words(JsonNode schema) throws PrivacyFailure {
        for (JsonNode one : schema.path("enum")) {
            String redacted = offered.redact(one, "", scope).asText();
            if (Placeholder.told(redacted)
                    .filter(told -> told.type().equals("PERSON"))
                    .isPresent()) {
                return described;
            }
        }
        return offered;
    }

    /** Whether a schema lists a value, so that it takes no other. */
    static boolean lists(JsonNode schema, JsonNode value) {
        if (schema.has("const") && schema.path("const").equals(value)) {
            return true;
        }
        for (JsonNode one : schema.path("enum")) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** A bound that is a number is nobody's, nor is a word of JSON Schema itself. */
    private JsonNode word(JsonNode value, String key) throws PrivacyFailure {
        boolean type = value.isTextual() && TYPES.contains(value.textValue());
        boolean format = key.equals("format") && value.isTextual() && FORMATS.contains(value.textValue());
        boolean stays = value.isNumber() || type || format;
        return stays ? value : offered.redact(value, key, scope);
    }
}
