package dev.logmill.jobs.scan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Something invented that was put into one place of the logs and nowhere else.
 *
 * @param place where in the logs
 * @param kind what it is, such as EMAIL
 * @param value as it was put there
 */
public record Planted(String place, String kind, String value) {
    /** Values this short stand anywhere by chance. */
    private static final int SHORTEST = 6;

    /** What a file names, an object with {@code place}, {@code kind} and {@code value} a line; throws where a line is none. */
    public static List<Planted> in(Path file) throws IOException {
        List<Planted> planted = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            JsonNode fact = Json.parse(line);
            String value = fact.path("value").asText();
            if (value.length() < SHORTEST) {
                throw new IOException("line %d of %s must have a value of at least %d characters"
                        .formatted(number, file.getFileName(), SHORTEST));
            }
            planted.add(
                    new Planted(fact.path("place").asText(), fact.path("kind").asText(), value));
        }
        return planted;
    }
}
