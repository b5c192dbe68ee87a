package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as CloudWatch Logs exports it, when it came, and what was logged, {@code 2025-09-01T10:00:00.000Z {...}}; or as Python's logging
 * writes it where nobody says otherwise, {@code INFO:autogen_core.events:{...}}.
 */
final class ExportedLine {
    private static final int LONGEST_TIME = 30;

    private static final int LONGEST_LOGGER = 200;
    private static final Pattern LOGGER =
            Pattern.compile("(?:DEBUG|INFO|WARNING|ERROR|CRITICAL):[A-Za-z0-9_.-]{1,150}:(?=\\{)");

    private ExportedLine() {}

    /** The JSON of a line, which is mostly the line itself. */
    static JsonNode json(byte[] line) throws IOException {
        Optional<String> time = time(line);
        if (time.isEmpty()) {
            int logged = behindLogger(line);
            return Json.parse(logged == 0 ? line : Arrays.copyOfRange(line, logged, line.length));
        }
        byte[] logged = Arrays.copyOfRange(line, time.get().length(), line.length);
        return ShippedTime.in(Json.parse(logged), time);
    }

    /** Where the object begins behind the level and the logger's name. */
    private static int behindLogger(byte[] line) {
        String start = new String(line, 0, Math.min(line.length, LONGEST_LOGGER), StandardCharsets.ISO_8859_1);
        Matcher logger = LOGGER.matcher(start);
        return logger.lookingAt() ? logger.end() : 0;
    }

    /** The time before an object. */
    private static Optional<String> time(byte[] line) {
        int space = 0;
        while (space < line.length && space <= LONGEST_TIME && line[space] != ' ' && line[space] != '\t') {
            space++;
        }
        boolean fits = space + 1 < line.length && line[0] >= '0' && line[0] <= '9' && line[space + 1] == '{';
        if (!fits || space > LONGEST_TIME) {
            return Optional.empty();
        }
        String start = new String(line, 0, space, StandardCharsets.ISO_8859_1);
        try {
            Instant.parse(start);
            return Optional.of(start);
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
