package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Videos, sounds and files beside OpenAI's own kinds, as vLLM, Qwen, LiteLLM, Mistral and LangChain write them:
 * {@code {type: video_url, video_url: {url}}}, {@code {type: document_url, document_url}}, {@code {type: video, url | data,
 * mime_type}}; and {@code {type: container_upload, file_id}} of Anthropic.
 */
final class LinkedMedia implements PartForm {
    private static final Map<String, String> SHOWN = Map.of(
            "video_url", "video",
            "input_video", "video",
            "video", "video",
            "audio_url", "audio",
            "audio", "audio",
            "file_url", "file",
            "document_url", "file",
            "container_upload", "file");

    private static final List<String> PLACES = List.of("url", "uri", "file_id", "file_uri");
    private static final List<String> BYTES = List.of("data", "base64");
    private static final Set<String> BESIDE =
            Set.of("type", "url", "uri", "file_id", "file_uri", "data", "base64", "mime_type", "source_type");

    @Override
    public boolean fits(JsonNode part) {
        return SHOWN.containsKey(Fields.word(part, "type")) && holders(part).anyMatch(LinkedMedia::holds);
    }

    /** Where the place or the bytes may stand: the field that is called as the part's kind, or the part itself. */
    private static Stream<JsonNode> holders(JsonNode part) {
        return Stream.of(part.path(Fields.word(part, "type")), part.path("video_url"), part);
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
        String type = SHOWN.getOrDefault(reading.type(), "file");
        Optional<String> mime = Fields.filled(holder, "mime_type")
                .or(() -> Fields.filled(part, "mime_type"))
                .or(() -> Fields.filled(holder, "format").map(format -> type + "/" + format));
        Optional<String> place = holder.isTextual() ? Optional.of(holder.textValue()) : first(holder, PLACES);
        reading.media(MediaReferences.held(type, mime, first(holder, BYTES), place));
        reading.rest(holder.isArray() ? BESIDE : known(reading.type()));
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
