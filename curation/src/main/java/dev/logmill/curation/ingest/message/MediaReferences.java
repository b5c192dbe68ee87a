package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.Media;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Images, sounds and files as references: a place, or the digest of what was inlined. */
final class MediaReferences {
    private MediaReferences() {}

    /** The image of an {@code image_url} or {@code input_image} part. */
    static Media image(JsonNode part) {
        JsonNode url = part.path("image_url");
        return Fields.filled(part, "image_url")
                .or(() -> Fields.filled(url, "url"))
                .or(() -> Fields.filled(part, "file_id"))
                .map(place -> ofUrl("image", place))
                .orElseGet(() -> nowhere("image"));
    }

    /** The sound of an {@code input_audio} part. */
    static Media audio(JsonNode part) {
        JsonNode audio = part.path("input_audio");
        Optional<String> mime = Fields.filled(audio, "format").map(format -> "audio/" + format);
        return Fields.filled(audio, "data")
                .map(data -> inlined("audio", mime, data))
                .orElseGet(() -> nowhere("audio"));
    }

    /** The sound that an answer is: its bytes, or the id that stands for them later. */
    static Media spoken(JsonNode audio) {
        return Fields.filled(audio, "data")
                .map(data -> inlined("audio", Optional.empty(), data))
                .or(() -> Fields.filled(audio, "id").map(id -> ofUrl("audio", id)))
                .orElseGet(() -> nowhere("audio"));
    }

    /** The file of a {@code file} part, or of a flat {@code input_file} part. */
    static Media file(JsonNode part) {
        JsonNode file = part.path("file").isObject() ? part.path("file") : part;
        return Fields.filled(file, "file_data")
                .map(data -> isDataUrl(data) ? ofUrl("file", data) : inlined("file", Optional.empty(), data))
                .or(() -> Fields.filled(file, "file_url").map(url -> ofUrl("file", url)))
                .or(() -> Fields.filled(file, "file_id").map(id -> ofUrl("file", id)))
                .orElseGet(() -> nowhere("file"));
    }

    /** What an Anthropic {@code image} or {@code document} block shows. */
    static Media source(JsonNode block) {
        JsonNode source = block.path("source");
        String type = Fields.word(block, "type").equals("image") ? "image" : "file";
        return Fields.filled(source, "data")
                .map(data -> inlined(type, Fields.filled(source, "media_type"), data))
                .or(() -> Fields.filled(source, "url").map(url -> ofUrl(type, url)))
                .or(() -> Fields.filled(source, "file_id").map(id -> ofUrl(type, id)))
                .orElseGet(() -> nowhere(type));
    }

    /** What a part shows whose bytes, if they are inlined, stand beside the MIME type. */
    static Media held(String type, Optional<String> mime, Optional<String> bytes, Optional<String> place) {
        return bytes.map(data -> isDataUrl(data) ? ofUrl(type, data) : inlined(type, mime, data))
                .or(() -> place.map(url -> ofUrl(type, url)))
                .map(media -> new Media(media.type(), media.mime().or(() -> mime), media.uri(), media.sha256()))
                .orElseGet(() -> new Media(type, mime, Optional.empty(), Optional.empty()));
    }

    /** A reference to what a URL names; of a {@code data:} URL, and of bytes where a URL should be, only type and digest stay. */
    private static Media ofUrl(String type, String url) {
        if (BareBase64.isOne(url)) {
            return inlined(type, Optional.empty(), url);
        }
        if (!isDataUrl(url)) {
            return new Media(type, Optional.empty(), Optional.of(url), Optional.empty());
        }
        int comma = url.indexOf(',');
        String head = url.substring(5, comma < 0 ? url.length() : comma);
        int semicolon = head.indexOf(';');
        String mime = semicolon < 0 ? head : head.substring(0, semicolon);
        String bytes = comma < 0 ? "" : url.substring(comma + 1);
        return inlined(type, Optional.of(mime).filter(name -> !name.isEmpty()), bytes);
    }

    private static boolean isDataUrl(String url) {
        return url.regionMatches(true, 0, "data:", 0, 5);
    }

    private static Media inlined(String type, Optional<String> mime, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            bytes = base64.getBytes(StandardCharsets.UTF_8);
        }
        return new Media(
                type,
                mime.map(name -> name.toLowerCase(Locale.ROOT)),
                Optional.empty(),
                Optional.of(Digest.sha256(bytes)));
    }

    private static Media nowhere(String type) {
        return new Media(type, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
