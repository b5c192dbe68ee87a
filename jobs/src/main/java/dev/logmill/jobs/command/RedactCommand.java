package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.DetectorKind;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.RedactedText;
import dev.logmill.curation.privacy.TextRedactor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Replaces identifiers in what comes on standard input, as ingest would, under a key that nobody keeps: a value has one
 * placeholder throughout, or throughout a session where one is named. A line that cannot be checked is not let through.
 */
@Command(
        name = "redact",
        mixinStandardHelpOptions = true,
        description = "Replace identifiers in text: lines in, lines out.")
final class RedactCommand implements Callable<Integer> {
    @Option(
            names = "--json",
            description =
                    "Each line is an object with text, and a session if there is one; it comes back redacted, with"
                            + " entities: type, start and end in code points, score and detector.")
    private boolean json;

    private final TextRedactor redactor = new TextRedactor(DetectorKind.all(), new Pseudonyms(key()));
    private long line;
    private boolean failed;

    private static byte[] key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    @Override
    public Integer call() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(
                System.in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)));
        String text = in.readLine();
        while (text != null) {
            line++;
            System.out.println(json ? object(text) : plain(text));
            text = in.readLine();
        }
        return failed ? 1 : 0;
    }

    private String plain(String text) {
        try {
            return redactor.redact(text, "");
        } catch (PrivacyFailure failure) {
            tell("it could not be checked (%s)".formatted(failure.detector()));
            return "";
        }
    }

    private String object(String text) {
        try {
            JsonNode read = Json.parse(text);
            if (read instanceof ObjectNode object && object.path("text").isTextual()) {
                return redacted(object).toString();
            }
            tell("it must be an object with a text");
        } catch (IOException noJson) {
            tell("it is no JSON");
        } catch (PrivacyFailure failure) {
            tell("it could not be checked (%s)".formatted(failure.detector()));
        }
        return "{}";
    }

    private ObjectNode redacted(ObjectNode object) throws PrivacyFailure {
        RedactedText told = redactor.told(
                object.path("text").asText(), object.path("session").asText());
        object.put("text", told.text());
        ArrayNode entities = object.putArray("entities");
        told.entities().forEach(entity -> entities.addObject()
                .put("type", entity.type())
                .put("start", entity.start())
                .put("end", entity.end())
                .put("score", entity.score())
                .put("detector", entity.detector()));
        return object;
    }

    /** Says which line was left out and why, and never what stood in it. */
    private void tell(String why) {
        failed = true;
        System.err.printf("logmill: line %d was left out: %s%n", line, why);
    }
}
