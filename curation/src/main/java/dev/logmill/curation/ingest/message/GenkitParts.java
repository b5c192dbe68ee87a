package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import java.util.Optional;
import java.util.Set;

/**
 * Parts of Firebase Genkit, which the key tells apart: {@code {toolRequest: {name, ref, input}}}, {@code {toolResponse: {name, ref,
 * output}}}, {@code {media: {url, contentType}}} and {@code {reasoning}}.
 */
final class GenkitParts implements PartForm {
    private static final Set<String> KNOWN = Set.of("toolRequest", "toolResponse", "media", "reasoning", "metadata");

    @Override
    public boolean fits(JsonNode part) {
        return !part.has("type")
                && (part.path("toolRequest").has("name")
                        || part.path("toolResponse").has("name")
                        || part.path("media").has("url")
                        || part.path("reasoning").isTextual());
    }

    @Override
    public void read(PartReading reading) throws UnreadableRecord {
        JsonNode part = reading.part();
        JsonNode request = part.path("toolRequest");
        JsonNode response = part.path("toolResponse");
        JsonNode media = part.path("media");
        if (request.isObject()) {
            reading.call(id(request), Fields.word(request, "name"), request.path("input"));
        } else if (response.isObject()) {
            reading.result(id(response), Fields.filled(response, "name"), response.path("output"));
        } else if (media.isObject()) {
            Optional<String> mime = Fields.filled(media, "contentType");
            boolean image = mime.filter(name -> !name.startsWith("image/")).isEmpty();
            reading.media(MediaReferences.held(
                    image ? "image" : "file", mime, Optional.empty(), Fields.filled(media, "url")));
        } else {
            reading.into().reasoning(Fields.word(part, "reasoning"));
        }
        reading.rest(KNOWN);
    }

    /** A reference parts the calls of one message; a call alone may have none. */
    private static Optional<String> id(JsonNode named) {
        return Fields.filled(named, "ref").or(() -> Fields.filled(named, "name").map(MadeCallIds::of));
    }
}
