package dev.logmill.jobs.bench;

import com.fasterxml.jackson.core.JsonParser;
import dev.logmill.curation.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** What any reader of packed JSON Lines has to do at least. */
final class BareReading {
    private BareReading() {}

    private static InputStream open(Path object) throws IOException {
        return new GZIPInputStream(Files.newInputStream(object), 1 << 16);
    }

    static long unpack(Path object) throws IOException {
        try (InputStream in = open(object)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    static long tokens(Path object) throws IOException {
        long tokens = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(object), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try (JsonParser parser = Json.MAPPER.createParser(line)) {
                    while (parser.nextToken() != null) {
                        tokens++;
                    }
                } catch (IOException broken) {
                    tokens++;
                }
            }
        }
        return tokens;
    }

    static long trees(Path object) throws IOException {
        long members = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(object), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    members += 1 + Json.MAPPER.readTree(line).size();
                } catch (IOException broken) {
                    members++;
                }
            }
        }
        return members;
    }
}
