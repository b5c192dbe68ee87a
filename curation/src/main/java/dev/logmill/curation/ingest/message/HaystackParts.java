package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import java.util.Optional;
import java.util.Set;

/**
 * Parts of Haystack's messages, which the key tells apart: {@code {tool_call: {id, tool_name, arguments}}}, {@code
 * {tool_call_result: {result, origin, error}}}, {@code {reasoning: {reasoning_text}}} and {@code {image: {base64_image,
 * mime_type}}}. Shapes: {@code haystack.dataclasses}.
 */
final class HaystackParts implements PartForm {
    private static final Set<String> KNOWN = Set.of("tool_call", "tool_call_result", "reasoning", "image");

    @Override
    public boolean fits(JsonNode part) {
        return !part.has("type")
                && (part.path("tool_call").has("tool_name")
                        || part.path("tool_call_result").has("origin")
                        || part.path("reasoning").has("reasoning_text")
                        || part.path("image").has("base64_image"));
    }

    @Override
    public void read(PartReading reading) throws UnreadableRecord {
        JsonNode part = reading.part();
        JsonNode call = part.path("tool_call");
        JsonNode result = part.path("tool_call_result");
        JsonNode image = part.path("image");
        if (call.isObject()) {
            reading.call(Fields.filled(call, "id"), Fields.word(call, "tool_name"), call.path("arguments"));
        } else if (result.isObject()) {
            JsonNode origin = result.path("origin");
            if (result.path("error").asBoolean()) {
                reading.fields().callFailed(Fields.word(origin, "id"));
            }
            reading.result(Fields.filled(origin, "id"), Fields.filled(origin, "tool_name"), result.path("result"));
        } else if (image.isObject()) {
            reading.media(MediaReferences.held(
                    "image", Fields.filled(image, "mime_type"), Fields.text(image, "base64_image"), Optional.empty()));
        } else {
            reading.into().reasoning(Fields.word(part.path("reasoning"), "reasoning_text"));
        }
        reading.rest(KNOWN);
    }
}
