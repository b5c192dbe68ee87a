package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of a kind that nobody here knows yet. What it says stands, as far as providers and conventions have ever had it, in
 * its {@code text}, its {@code content}, or the {@code text} of the field that is called as its kind; one of kind
 * {@code json} is JSON.
 */
final class UnknownPart {
    private static final Set<String> READ = Set.of("type", "text", "content");

    private UnknownPart() {}

    /** Reads what a part says; false, and nothing read, where it holds no text. */
    static boolean read(PartReading reading) throws UnreadableRecord {
        JsonNode part = reading.part();
        JsonNode content = part.path("content");
        Optional<String> text = text(part, reading.type());
        if (text.isPresent()) {
            reading.into().ownText(text.get());
        } else if (reading.content().knowsAll(content)) {
            reading.content().read(content, reading.place() + ".content", reading.into());
        } else {
            return false;
        }
        reading.rest(READ);
        return true;
    }

    private static Optional<String> text(JsonNode part, String type) {
        if (type.equals("json") && part.has("json")) {
            return Optional.of(Fields.asText(part.path("json")));
        }
        return Stream.of(
                        part.path("text"), part.path("content"), part.path(type).path("text"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }

    /** Whether it says nothing: what the AI SDK sends to its user interface alone, and the numbers of Mistral's sources. */
    static boolean isSilent(JsonNode part) {
        String type = Fields.word(part, "type");
        return type.startsWith("data-") || (type.equals("reference") && part.has("reference_ids"));
    }
}
