package dev.logmill.curation.ingest.message;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.Media;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Images and files as references: a place, or the digest of what was inlined. */
final class MediaReferences {
    private MediaReferences() {}

    /** A reference to what a URL names; of a {@code data:} URL only its type and digest stay. */
    static Media ofUrl(String type, String url) {
        if (!url.startsWith("data:")) {
            return new Media(type, Optional.empty(), Optional.of(url), Optional.empty());
        }
        int comma = url.indexOf(',');
        int semicolon = url.indexOf(';');
        int end = semicolon > 0 && semicolon < comma ? semicolon : Math.max(comma, 5);
        return inlined(type, Optional.of(url.substring(5, end)), comma < 0 ? "" : url.substring(comma + 1));
    }

    /** A reference to inlined bytes. */
    static Media inlined(String type, Optional<String> mime, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            bytes = base64.getBytes(StandardCharsets.UTF_8);
        }
        return new Media(type, mime, Optional.empty(), Optional.of(Digest.sha256(bytes)));
    }
}
