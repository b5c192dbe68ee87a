package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Whether a branch of a union in a JSON Schema takes a value, as far as tells branches apart: by type, by what is listed, by the form
 * of a text, and by the fields of an object and what they hold, one level down.
 */
final class BranchMatch {
    private static final int LEVELS = 1;

    /** Schemas that a value is held against; what is beyond takes it. */
    private static final int MOST = 1000;

    private static final Map<String, Pattern> FORMATS = Map.of(
            "email", Pattern.compile("@"),
            "idn-email", Pattern.compile("@"),
            "date", Pattern.compile("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
            "date-time", Pattern.compile("^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]"),
            "ipv4", Pattern.compile("^[0-9]+(\\.[0-9]+){3}$"),
            "ipv6", Pattern.compile("^[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*$"),
            "uri", Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:"),
            "url", Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:"),
            "uuid", Pattern.compile("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"));

    private final Subschemas schemas;
    private final JsonNode value;
    private final int levels;
    private final IdentityHashMap<JsonNode, Boolean> known = new IdentityHashMap<>();

    BranchMatch(Subschemas schemas, JsonNode value) {
        this(schemas, value, LEVELS);
    }

    private BranchMatch(Subschemas schemas, JsonNode value, int levels) {
        this.schemas = schemas;
        this.value = value;
        this.levels = levels;
    }

    boolean takes(JsonNode schema) {
        if (!schema.isObject() || known.size() == MOST) {
            return !schema.isBoolean() || schema.booleanValue();
        }
        // Where a schema comes back to itself that asks nothing more.
        Boolean before = known.putIfAbsent(schema, true);
        if (before != null) {
            return before;
        }
        boolean takes = isOfType(schema)
                && isListed(schema)
                && hasForm(schema)
                && hasFields(schema)
                && hasElements(schema)
                && takes(schemas.referred(schema))
                && takesAll(schema.path("allOf"))
                && takesAny(schema.path("anyOf"))
                && takesAny(schema.path("oneOf"));
        known.put(schema, takes);
        return takes;
    }

    private boolean takesAll(JsonNode branches) {
        for (JsonNode branch : branches) {
            if (!takes(branch)) {
                return false;
            }
        }
        return true;
    }

    private boolean takesAny(JsonNode branches) {
        for (JsonNode branch : branches) {
            if (takes(branch)) {
                return true;
            }
        }
        return branches.isEmpty();
    }

    private boolean isOfType(JsonNode schema) {
        JsonNode types = schema.path("type");
        if (!types.isArray()) {
            return types.isMissingNode() || isOfType(types.asText());
        }
        for (JsonNode type : types) {
            if (isOfType(type.asText())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfType(String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }

    private boolean isListed(JsonNode schema) {
        return (!schema.has("const") && !schema.path("enum").isArray()) || SchemaRedactor.lists(schema, value);
    }

    private boolean hasForm(JsonNode schema) {
        if (!value.isTextual()) {
            return true;
        }
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        Pattern format = FORMATS.get(schema.path("format").asText());
        return length <= schema.path("maxLength").asLong(Long.MAX_VALUE)
                && length >= schema.path("minLength").asLong(0)
                && (format == null || format.matcher(text).find())
                && (!schema.has("pattern") || matches(schema.path("pattern").asText(), text));
    }

    /** A pattern that cannot be understood tells nothing. */
    static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException unknown) {
            return true;
        }
    }

    private boolean hasFields(JsonNode schema) {
        if (!value.isObject()) {
            return true;
        }
        for (JsonNode field : schema.path("required")) {
            if (!value.has(field.asText())) {
                return false;
            }
        }
        boolean closed = schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").booleanValue();
        JsonNode properties = schema.path("properties");
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode told = properties.path(field.getKey());
            boolean other = told.isMissingNode() && closed && !schema.has("patternProperties");
            if (other || !isTakenWithin(told, field.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean hasElements(JsonNode schema) {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            if (!isTakenWithin(Subschemas.element(schema, i), value.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isTakenWithin(JsonNode schema, JsonNode inner) {
        return levels == 0 || new BranchMatch(schemas, inner, levels - 1).takes(schema);
    }
}
