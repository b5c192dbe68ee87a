package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Media of which a logger or a framework keeps a reference: Braintrust's attachments, wherever a part has them, and Pydantic
 * AI's {@code {kind: binary, media_type, data}} and {@code {kind: image-url, url}}.
 */
final class AttachedParts implements PartForm {
    private static final Set<String> PLACES = Set.of("attachment", "source", "image_url", "image", "file", "data");
    private static final Set<String> KINDS = Set.of("binary", "image-url", "audio-url", "video-url", "document-url");
    private static final Set<String> KNOWN = Set.of(
            "type",
            "attachment",
            "source",
            "image_url",
            "image",
            "file",
            "data",
            "media_type",
            "kind",
            "identifier",
            "url");

    @Override
    public boolean fits(JsonNode part) {
        return KINDS.contains(kind(part))
                || Attachments.is(part)
                || attachment(part).isPresent();
    }

    private static String kind(JsonNode part) {
        return Fields.filled(part, "kind").orElseGet(() -> Fields.word(part, "type"));
    }

    private static Optional<JsonNode> attachment(JsonNode part) {
        return PLACES.stream()
                .map(part::path)
                .flatMap(place -> Stream.of(place, place.path("url"), place.path("file_data")))
                .filter(Attachments::is)
                .findFirst();
    }

    @Override
    public void read(PartReading reading) {
        JsonNode part = reading.part();
        JsonNode attached = attachment(part).orElse(part);
        Optional<String> mime = Attachments.mime(attached).or(() -> Fields.filled(part, "media_type"));
        boolean image = mime.filter(name -> name.startsWith("image/")).isPresent()
                || kind(part).equals("image-url");
        Optional<String> place = Attachments.key(attached).or(() -> Fields.filled(part, "url"));
        reading.media(MediaReferences.held(image ? "image" : "file", mime, Fields.filled(part, "data"), place));
        reading.fields().keep(reading.place() + ".filename", attached.path("filename"));
        reading.rest(KNOWN);
    }
}
