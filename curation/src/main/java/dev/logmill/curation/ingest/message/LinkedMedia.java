package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Videos, sounds and files beside OpenAI's own kinds, as vLLM, Qwen, LiteLLM, Mistral and LangChain write them:
 * {@code {type: video_url, video_url: {url}}}, {@code {type: document_url, document_url}}, {@code {type: video, url | data,
 * mime_type}}, {@code {type: image | file | media, url | base64 | data | file_id | file_uri, mime_type}}; and {@code {type: container_upload, file_id}} of Anthropic.
 */
final class LinkedMedia implements PartForm {
    private static final Pattern PLACE = Pattern.compile("(?is)(https?|s3|gs|file|data):.*");

    /** No id of a file is so long. */
    private static final int LONGEST_ID = 200;

    private static final List<String> PLACES = List.of("url", "uri", "file_id", "file_uri");
    private static final List<String> BYTES = List.of("data", "base64");
    private static final List<String> MIME = List.of("mime_type", "media_type", "mediaType", "mimeType");
    private static final Set<String> BESIDE = Set.of(
            "type",
            "url",
            "uri",
            "file_id",
            "file_uri",
            "data",
            "base64",
            "mime_type",
            "media_type",
            "mediaType",
            "mimeType",
            "source_type");

    /** What a part of a type shows; empty for one of other types. */
    private static String shown(String type) {
        return switch (type) {
            case "video_url", "input_video", "video" -> "video";
            case "audio_url", "audio" -> "audio";
            case "image" -> "image";
            case "file_url", "document_url", "container_upload", "file", "media" -> "file";
            default -> "";
        };
    }

    @Override
    public boolean fits(JsonNode part) {
        return !shown(Fields.word(part, "type")).isEmpty() && holders(part).anyMatch(LinkedMedia::holds);
    }

    /** Where the place or the bytes may stand: the field that is called as the part's kind, or the part itself. */
    private static Stream<JsonNode> holders(JsonNode part) {
        String type = Fields.word(part, "type");
        // What OpenAI has in a field called file is read as its own.
        return type.equals("file") ? Stream.of(part) : Stream.of(part.path(type), part.path("video_url"), part);
    }

    private static boolean holds(JsonNode holder) {
        // Frames of a video come as a list.
        return holder.isArray()
                || (holder.isTextual() && !holder.textValue().isBlank())
                || Stream.concat(PLACES.stream(), BYTES.stream())
                        .anyMatch(name -> Fields.filled(holder, name).isPresent());
    }

    @Override
    public void read(PartReading reading) {
        JsonNode part = reading.part();
        JsonNode holder = holders(part).filter(LinkedMedia::holds).findFirst().orElse(part);
        String type = shown(reading.type());
        Optional<String> mime = first(holder, MIME).or(() -> first(part, MIME)).or(() -> Fields.filled(holder, "format")
                .map(format -> type + "/" + format));
        Optional<String> text = Optional.of(holder).filter(JsonNode::isTextual).map(JsonNode::textValue);
        Optional<String> place = text.filter(LinkedMedia::isPlace).or(() -> first(holder, PLACES));
        Optional<String> bytes = text.filter(shown -> !isPlace(shown)).or(() -> first(holder, BYTES));
        reading.media(MediaReferences.held(kind(type, mime), mime, bytes, place));
        reading.rest(holder.isArray() ? BESIDE : known(reading.type()));
    }

    private static boolean isPlace(String shown) {
        return shown.length() < LONGEST_ID || PLACE.matcher(shown).matches();
    }

    private static String kind(String type, Optional<String> mime) {
        String kind = mime.map(name -> name.replaceFirst("/.*", "")).orElse("");
        return type.equals("file") && Set.of("image", "audio", "video").contains(kind) ? kind : type;
    }

    private static Set<String> known(String type) {
        return Stream.concat(BESIDE.stream(), Stream.of(type, "video_url")).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> first(JsonNode holder, List<String> names) {
        return names.stream()
                .flatMap(name -> Fields.filled(holder, name).stream())
                .findFirst();
    }
}
