package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was said of a span in the columns of a data frame, {@code eval.Helpful.label} and {@code annotation.quality.score}, as Arize and
 * Phoenix have them: judges say the former, people the latter.
 */
final class FrameAnnotations {
    private static final Pattern COLUMN = Pattern.compile(
            "(eval|annotation)\\.(.+)\\.(label|score|explanation|created_at|updated_at|annotator_kind|identifier)");

    private final Map<String, ObjectNode> byName = new TreeMap<>();

    /** Takes a column; false where it is no part of an annotation. */
    boolean take(String column, JsonNode value) {
        Matcher matcher = COLUMN.matcher(column);
        if (!matcher.matches()) {
            return false;
        }
        ObjectNode annotation = byName.computeIfAbsent(matcher.group(1) + "." + matcher.group(2), name -> Json.MAPPER
                .createObjectNode()
                .put("name", matcher.group(2))
                .put("annotator_kind", matcher.group(1).equals("eval") ? "LLM" : "HUMAN"));
        annotation.set(matcher.group(3), value);
        return true;
    }

    /** All of them, as Phoenix embeds them in spans. */
    ArrayNode all() {
        ArrayNode all = Json.MAPPER.createArrayNode();
        byName.values().forEach(all::add);
        return all;
    }
}
