package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** JSON of open shape, fit to be kept: credentials are left out, inlined bytes stand as their digest. */
final class Scrubbed {
    private static final int LONGEST_TEXT_WITHOUT_SPACES = 4096;
    private static final Set<String> SECRETS = Set.of(
            "headers",
            "request_headers",
            "response_headers",
            "authorization",
            "api_key",
            "apikey",
            "x-api-key",
            "access_token",
            "password",
            "cookie");

    private Scrubbed() {}

    /** Whether a field of this name holds credentials. */
    static boolean isSecret(String field) {
        return SECRETS.contains(field.toLowerCase(Locale.ROOT));
    }

    /** The value without what must not be kept; the value itself where it holds nothing of that kind. */
    static JsonNode of(JsonNode value) {
        if (value.isTextual()) {
            String text = value.textValue();
            return holdsBytes(text) ? TextNode.valueOf(digest(text)) : value;
        }
        if (value.isObject()) {
            ObjectNode kept = Json.MAPPER.createObjectNode();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                if (!isSecret(field.getKey())) {
                    kept.set(field.getKey(), of(field.getValue()));
                }
            }
            return kept;
        }
        if (value.isArray()) {
            ArrayNode kept = Json.MAPPER.createArrayNode();
            value.forEach(element -> kept.add(of(element)));
            return kept;
        }
        return value;
    }

    private static String digest(String text) {
        return "sha256:" + Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean holdsBytes(String text) {
        if (text.regionMatches(true, 0, "data:", 0, 5)) {
            return true;
        }
        if (text.length() <= LONGEST_TEXT_WITHOUT_SPACES) {
            return false;
        }
        for (int i = 0; i < LONGEST_TEXT_WITHOUT_SPACES; i++) {
            if (text.charAt(i) == ' ') {
                return false;
            }
        }
        return true;
    }
}
