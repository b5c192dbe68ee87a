package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.json.Json;
import java.util.Optional;
import java.util.Set;

/**
 * Content blocks of Bedrock's Converse: {@code {toolUse: {toolUseId, name, input}}}, {@code {toolResult: {toolUseId, content,
 * status}}}, {@code {reasoningContent}}, {@code {guardContent: {text: {text}}}}, of which a guardrail is to look at the text,
 * {@code {citationsContent | searchResult: {content: [{text}]}}}, a text with its sources, or a source, and {@code {image | document | video | audio: {format, source}}}; the key says the kind.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html">ContentBlock</a>
 */
final class ConverseParts implements PartForm {
    private static final Set<String> MEDIA = Set.of("image", "document", "video", "audio");
    private static final Set<String> SOURCED = Set.of("citationsContent", "searchResult");
    private static final Set<String> SILENT = Set.of("cachePoint");
    private static final Set<String> KNOWN = Set.of(
            "toolUse",
            "toolResult",
            "reasoningContent",
            "image",
            "document",
            "video",
            "audio",
            "cachePoint",
            "guardContent");

    @Override
    public boolean fits(JsonNode part) {
        return !part.has("type")
                && part.size() == 1
                && (part.path("toolUse").has("name")
                        || part.path("toolResult").isObject()
                        || part.path("reasoningContent").isObject()
                        || guarded(part).isPresent()
                        || sourced(part).isPresent()
                        || SILENT.stream().anyMatch(part::has)
                        || MEDIA.stream().anyMatch(name -> part.path(name).has("source")));
    }

    @Override
    public void read(PartReading reading) throws UnreadableRecord {
        JsonNode part = reading.part();
        JsonNode use = part.path("toolUse");
        JsonNode result = part.path("toolResult");
        if (use.has("name")) {
            reading.call(Fields.filled(use, "toolUseId"), Fields.word(use, "name"), use.path("input"));
        } else if (result.isObject()) {
            Optional<String> id = Fields.filled(result, "toolUseId");
            if (Fields.word(result, "status").equals("error")) {
                reading.fields().callFailed(id.orElse(""));
            }
            reading.result(id, Optional.empty(), said(result.path("content")));
        } else if (part.path("reasoningContent").isObject()) {
            reading.into().reasoning(Fields.word(part.path("reasoningContent").path("reasoningText"), "text"));
        } else if (guarded(part).isPresent()) {
            guarded(part).ifPresent(reading.into()::text);
        } else if (sourced(part).isPresent()) {
            sourced(part).ifPresent(name -> sourced(reading, name));
            return;
        } else {
            MEDIA.stream().filter(part::has).forEach(name -> media(reading, name));
        }
        reading.rest(KNOWN);
    }

    private static Optional<String> sourced(JsonNode part) {
        return SOURCED.stream()
                .filter(name -> part.path(name).path("content").isArray())
                .findFirst();
    }

    private static void sourced(PartReading reading, String name) {
        JsonNode told = reading.part().path(name);
        told.path("content").forEach(said -> reading.into().text(Fields.word(said, "text")));
        reading.fields().keepRest(reading.place() + "." + name, told, Set.of("content"));
    }

    private static Optional<String> guarded(JsonNode part) {
        return Fields.text(part.path("guardContent").path("text"), "text");
    }

    /** A result's blocks, of which one of JSON stands for itself. */
    private static JsonNode said(JsonNode content) {
        if (content.size() == 1 && content.path(0).has("json")) {
            return content.path(0).path("json");
        }
        ArrayNode blocks = Json.MAPPER.createArrayNode();
        for (JsonNode block : content) {
            blocks.add(
                    block.has("json")
                            ? Json.MAPPER.createObjectNode().put("text", Json.canonical(block.path("json")))
                            : block);
        }
        return blocks;
    }

    private static void media(PartReading reading, String name) {
        JsonNode shown = reading.part().path(name);
        String type = name.equals("image") || name.equals("audio") ? name : "file";
        Optional<String> mime = Fields.filled(shown, "format")
                .map(format -> (name.equals("document") ? "application" : name) + "/" + format);
        JsonNode source = shown.path("source");
        reading.media(MediaReferences.held(
                type,
                mime,
                Fields.filled(source, "bytes"),
                Fields.filled(source.path("s3Location"), "uri").or(() -> Fields.filled(shown, "name"))));
    }
}
