package dev.logmill.jobs.scan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
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

    private static final String RIGHT =
            "; each line is an object such as {\"place\": \"a user's message\", \"kind\": \"EMAIL\", \"value\": \"ann@corp.example\"}, of which place and kind may be left out";

    /**
     * What a file names: JSON Lines, an object with {@code value} and, where they are known, {@code place} and {@code kind}
     * each. Throws where the file cannot be read, or a line is none, with its number and what would be right.
     */
    public static List<Planted> in(Path file) throws IOException {
        List<Planted> planted = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank()) {
                planted.add(one(line, file.getFileName() + ", line " + number));
            }
        }
        return planted;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException foreign) {
            throw new IOException(file + " is no UTF-8 text", foreign);
        } catch (IOException absent) {
            String why = Files.exists(file) ? "cannot be read as a file" : "does not exist";
            throw new IOException("%s %s".formatted(file, why), absent);
        }
    }

    private static Planted one(String line, String at) throws IOException {
        JsonNode fact = Json.container(line).orElseThrow(() -> wrong(at, "no JSON object"));
        JsonNode value = fact.path("value");
        if (!value.isTextual()) {
            throw wrong(at, value.isMissingNode() ? "no value" : "value must be a text");
        }
        if (value.textValue().length() < SHORTEST) {
            throw wrong(
                    at,
                    "value must have at least %d characters, since shorter ones stand anywhere by chance"
                            .formatted(SHORTEST));
        }
        return new Planted(fact.path("place").asText(at), fact.path("kind").asText("VALUE"), value.textValue());
    }

    /** What was planted is not told: whoever looks for real identities does not want them in a log. */
    private static IOException wrong(String at, String what) {
        return new IOException(at + ": " + what + RIGHT);
    }
}
