package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.FailedResult;
import dev.logmill.curation.ingest.UnreadableRecord;
import java.util.Optional;
import java.util.Set;

/**
 * Parts of OpenTelemetry's GenAI messages: {@code {type: text | reasoning, content}}, {@code {type: tool_call, id, name,
 * arguments}}, {@code {type: tool_call_response, id, response}} and {@code {type: blob | uri | file, mime_type, modality}}.
 * LangChain's standard blocks share the calls, with {@code args}.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/">GenAI semantic conventions</a>
 */
final class OtelParts implements PartForm {
    private static final Set<String> TEXTS = Set.of("text", "reasoning", "thinking");
    private static final Set<String> MEDIA = Set.of("blob", "uri", "file");
    private static final Set<String> KNOWN = Set.of(
            "type",
            "content",
            "id",
            "name",
            "arguments",
            "args",
            "response",
            "result",
            "is_error",
            "isError",
            "mime_type",
            "modality",
            "uri",
            "file_id");

    @Override
    public boolean fits(JsonNode part) {
        String type = Fields.word(part, "type");
        return (TEXTS.contains(type) && part.path("content").isTextual())
                || type.equals("tool_call")
                || type.equals("tool_call_response")
                || type.equals("blob")
                || (type.equals("uri") && part.has("uri"))
                || (type.equals("file") && part.has("file_id") && (part.has("modality") || part.has("mime_type")));
    }

    @Override
    public void read(PartReading reading) throws UnreadableRecord {
        JsonNode part = reading.part();
        String type = reading.type();
        if (type.equals("text")) {
            reading.into().text(Fields.word(part, "content"));
        } else if (TEXTS.contains(type)) {
            reading.into().reasoning(Fields.word(part, "content"));
        } else if (MEDIA.contains(type)) {
            media(reading);
        } else if (type.equals("tool_call")) {
            JsonNode arguments = part.has("arguments") ? part.path("arguments") : part.path("args");
            reading.call(Fields.filled(part, "id"), part, "name", arguments);
        } else {
            if (FailedResult.says(part)) {
                reading.fields().callFailed(Fields.word(part, "id"));
            }
            JsonNode said = part.has("response") ? part.path("response") : part.path("result");
            reading.result(Fields.filled(part, "id"), Fields.filled(part, "name"), said);
        }
        reading.rest(KNOWN);
    }

    private static void media(PartReading reading) {
        JsonNode part = reading.part();
        String kind = Fields.filled(part, "modality").orElse("file");
        Optional<String> place = Fields.filled(part, "uri").or(() -> Fields.filled(part, "file_id"));
        reading.media(
                MediaReferences.held(kind, Fields.filled(part, "mime_type"), Fields.filled(part, "content"), place));
    }
}
