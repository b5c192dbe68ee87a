package dev.logmill.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.DetectorKind;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.TextRedactor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an endpoint said of a failure, fit for a verdict's reasons: one short line, without the key and without
 * identifiers. Identifiers leave nothing but their kind, so no key of pseudonyms is needed and the same words stay the same.
 */
final class ServerWords {
    private static final int MOST = 240;
    /** Longer messages are not gone through to their end. */
    private static final int READ = 4096;

    private static final Pattern MARK = Pattern.compile("(<[A-Z0-9]{1,20})_[a-z2-7]{5}>");
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Cs}]+");

    private final Optional<ApiKey> key;
    private final TextRedactor redactor;

    ServerWords(Optional<ApiKey> key) {
        this.key = key;
        byte[] forgotten = new byte[32];
        new SecureRandom().nextBytes(forgotten);
        this.redactor = new TextRedactor(DetectorKind.all(), new Pseudonyms(forgotten));
    }

    /** The words of a body: the message of an error in JSON, else its beginning. */
    Optional<String> of(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, READ), StandardCharsets.UTF_8);
        return of(body.length <= READ ? message(text).orElse(text) : text);
    }

    /** Where a redirection leads; its query may hold anything and is left out. */
    Optional<String> redirection(URI asked, String location) {
        try {
            URI there = asked.resolve(location.strip());
            String port = there.getPort() < 0 ? "" : ":" + there.getPort();
            return of("%s://%s%s%s".formatted(there.getScheme(), there.getHost(), port, there.getPath()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<String> of(String text) {
        try {
            String hidden = key.map(held -> text.replace(held.secret(), held.toString()))
                    .orElse(text);
            String seen = UNSEEN.matcher(hidden).replaceAll(" ").strip();
            String redacted = MARK.matcher(redactor.redact(seen, "words")).replaceAll("$1>");
            return Optional.of(redacted.length() <= MOST ? redacted : redacted.substring(0, MOST) + " ...")
                    .filter(words -> !words.isEmpty());
        } catch (PrivacyFailure unchecked) {
            return Optional.empty();
        }
    }

    private static Optional<String> message(String text) {
        try {
            return Json.container(text).flatMap(ServerWords::message);
        } catch (RuntimeException hostile) {
            // Whatever a number or a name in it does to a parser: then it is plain text.
            return Optional.empty();
        }
    }

    private static Optional<String> message(JsonNode json) {
        return Stream.of("/error/message", "/choices/0/error/message", "/message", "/detail", "/error")
                .map(json::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }
}
