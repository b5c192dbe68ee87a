package dev.logmill.curation.publish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The version that readers should take: the content of {@code latest.json}.
 *
 * @param version its name
 * @param digest SHA-256 of its manifest, hex
 */
public record Latest(String version, String digest) {
    /** The name of the file, in a product's folder. */
    public static final String FILE = "latest.json";

    private static final String ALGORITHM = "sha256:";

    byte[] bytes() {
        JsonNode json = Json.MAPPER.createObjectNode().put("version", version).put("manifest", ALGORITHM + digest);
        return (Json.canonical(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Latest read(byte[] bytes) throws IOException {
        JsonNode json = Json.parse(bytes);
        String digest = json.path("manifest").asText();
        if (!json.path("version").isTextual() || !digest.startsWith(ALGORITHM)) {
            throw new IOException(FILE + " names no version and manifest");
        }
        return new Latest(json.path("version").asText(), digest.substring(ALGORITHM.length()));
    }
}
