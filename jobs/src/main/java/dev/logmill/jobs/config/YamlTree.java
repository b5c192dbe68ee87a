package dev.logmill.jobs.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** A text of YAML as a tree; a key that stands twice is refused. */
public final class YamlTree {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private YamlTree() {}

    /** The tree; missing where the text is empty. */
    public static JsonNode of(String text) throws JsonProcessingException {
        JsonNode read = YAML.readTree(text);
        return read == null ? MissingNode.getInstance() : read;
    }

    /** What is wrong with a text, and where. */
    public static String problem(JsonProcessingException broken) {
        String place = broken.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(
                                broken.getLocation().getLineNr(),
                                broken.getLocation().getColumnNr());
        String first = broken.getOriginalMessage().lines().findFirst().orElse("");
        return first.startsWith("Duplicate field")
                ? "a key stands twice%s: %s".formatted(place, first.substring("Duplicate field ".length()))
                : "it is no YAML%s: %s".formatted(place, first);
    }
}
