package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parts of Gemini and Vertex AI, in camel or snake case: {@code {functionCall: {name, args}}}, {@code {functionResponse: {name,
 * response}}}, {@code {inlineData | fileData}}, and a thought, {@code {text, thought: true}}. Calls mostly have no ids: a call
 * and its response then go by the name, see {@link MadeCallIds}.
 *
 * @see <a href="https://ai.google.dev/api/caching#Part">Part</a>
 */
final class GeminiParts implements PartForm {
    private static final Set<String> KNOWN = Set.of(
            "text",
            "thought",
            "thoughtSignature",
            "thought_signature",
            "functionCall",
            "function_call",
            "functionResponse",
            "function_response",
            "inlineData",
            "inline_data",
            "fileData",
            "file_data",
            "executableCode",
            "executable_code",
            "codeExecutionResult",
            "code_execution_result");

    /** The tool that runs code while the model answers. */
    private static final String CODE = "code_execution";

    @Override
    public boolean fits(JsonNode part) {
        return !part.has("type")
                && (call(part).has("name")
                        || response(part).has("name")
                        || code(part).isObject()
                        || output(part).isObject()
                        || either(part, "inlineData", "inline_data").isObject()
                        || either(part, "fileData", "file_data").isObject()
                        || part.path("thought").asBoolean()
                        || (part.path("text").isTextual() && KNOWN.containsAll(names(part))));
    }

    private static Set<String> names(JsonNode part) {
        return part.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static JsonNode call(JsonNode part) {
        return either(part, "functionCall", "function_call");
    }

    private static JsonNode response(JsonNode part) {
        return either(part, "functionResponse", "function_response");
    }

    private static JsonNode code(JsonNode part) {
        return either(part, "executableCode", "executable_code");
    }

    private static JsonNode output(JsonNode part) {
        return either(part, "codeExecutionResult", "code_execution_result");
    }

    private static JsonNode either(JsonNode part, String camel, String snake) {
        return part.has(camel) ? part.path(camel) : part.path(snake);
    }

    @Override
    public void read(PartReading reading) throws UnreadableRecord {
        JsonNode part = reading.part();
        JsonNode call = call(part);
        JsonNode response = response(part);
        if (call.has("name")) {
            reading.call(id(call), Fields.word(call, "name"), call.path("args"));
        } else if (response.has("name")) {
            JsonNode said = response.path("response");
            boolean sole = said.size() == 1 && (said.has("result") || said.has("output"));
            reading.result(
                    id(response),
                    Fields.filled(response, "name"),
                    sole ? said.path(said.fieldNames().next()) : said,
                    response.path("parts"));
        } else if (code(part).isObject()) {
            reading.callOfProvider(Optional.of(MadeCallIds.of(CODE)), CODE, code(part));
        } else if (output(part).isObject()) {
            Optional<String> id = Optional.of(MadeCallIds.of(CODE));
            if (!Fields.word(output(part), "outcome").endsWith("OK")) {
                reading.fields().callFailed(id.get());
            }
            reading.result(id, Optional.of(CODE), output(part).path("output"));
        } else if (part.path("thought").asBoolean()) {
            reading.into().reasoning(Fields.word(part, "text"));
        } else if (part.path("text").isTextual()) {
            reading.into().text(Fields.word(part, "text"));
        } else {
            media(reading);
        }
        reading.rest(KNOWN);
    }

    private static Optional<String> id(JsonNode named) {
        return Fields.filled(named, "id").or(() -> Fields.filled(named, "name").map(MadeCallIds::of));
    }

    private static void media(PartReading reading) {
        JsonNode inline = either(reading.part(), "inlineData", "inline_data");
        JsonNode file = either(reading.part(), "fileData", "file_data");
        JsonNode held = inline.isObject() ? inline : file;
        Optional<String> mime = Fields.filled(held, "mimeType").or(() -> Fields.filled(held, "mime_type"));
        Optional<String> place = Fields.filled(held, "fileUri").or(() -> Fields.filled(held, "file_uri"));
        String type = mime.map(name -> name.replaceFirst("/.*", ""))
                .filter(name -> name.equals("image") || name.equals("audio"))
                .orElse("file");
        reading.media(MediaReferences.held(type, mime, Fields.filled(held, "data"), place));
    }
}
