package dev.logmill.curation.ingest.session;

import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a tool brought, as text. */
final class Brought {
    private Brought() {}

    /** What its message says; of a message that only shows something, such as an image, what that is. */
    static Optional<String> by(Message result) {
        return result.content().or(() -> Optional.of(result.media())
                .filter(shown -> !shown.isEmpty())
                .map(shown -> Json.canonical(Json.MAPPER.valueToTree(
                        shown.stream().map(Brought::reference).toList()))));
    }

    private static Map<String, String> reference(Media media) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("type", media.type());
        media.mime().ifPresent(mime -> fields.put("mime", mime));
        media.uri().ifPresent(uri -> fields.put("uri", uri));
        media.sha256().ifPresent(digest -> fields.put("sha256", digest));
        return fields;
    }
}
