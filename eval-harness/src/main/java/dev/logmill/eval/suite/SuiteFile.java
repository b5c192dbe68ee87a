package dev.logmill.eval.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.logmill.curation.json.Json;

/** A case as a line of {@code cases.jsonl}, and back: the columns of table {@code cases} under their names. */
public final class SuiteFile {
    /** The file of a version's cases. */
    public static final String NAME = "cases.jsonl";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private SuiteFile() {}

    /** The line, without its end. */
    public static String line(Case one) {
        return Json.canonical(MAPPER.valueToTree(one));
    }

    /** The case of a line. */
    public static Case read(String line) throws JsonProcessingException {
        JsonNode json = Json.parse(line);
        return MAPPER.treeToValue(json, Case.class);
    }
}
