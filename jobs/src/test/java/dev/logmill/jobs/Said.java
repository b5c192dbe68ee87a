package dev.logmill.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a command said: its exit code, standard output and standard error. */
record Said(int code, String out, String err) {
    /** Runs {@code logmill} with these arguments, in this process. */
    static Said by(String... arguments) {
        PrintStream standard = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return new Said(
                    Main.run(arguments), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(standard);
            System.setErr(error);
        }
    }

    /** The same, with a text on standard input. */
    static Said ofInput(String input, String... arguments) {
        InputStream in = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return by(arguments);
        } finally {
            System.setIn(in);
        }
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /** The lines of standard output, each a JSON document. */
    List<JsonNode> documents() throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        for (String line : lines()) {
            documents.add(Json.parse(line));
        }
        return documents;
    }
}
