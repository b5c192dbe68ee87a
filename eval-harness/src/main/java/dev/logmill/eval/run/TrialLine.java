package dev.logmill.eval.run;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.logmill.curation.json.Json;
import java.util.Optional;

/** A trial as one line of JSON, and back. */
public final class TrialLine {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private TrialLine() {}

    /** The line, without its end. */
    public static String of(Trial trial) {
        return Json.canonical(MAPPER.valueToTree(trial));
    }

    /** The trial of a line; nothing where the line was not written to its end. */
    public static Optional<Trial> read(String line) {
        return Json.container(line).map(whole -> MAPPER.convertValue(whole, Trial.class));
    }
}
