package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.ToolCall;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of content parts, blocks and items that providers write, each with its names and what it means. */
@SuppressWarnings("ImmutableEnumChecker") // The sets come from Set.of.
enum Part {
    TEXT(
            Set.of("text", "input_text", "output_text", "summary_text", "reasoning_text"),
            Set.of("type", "text", "content")) {
        @Override
        void read(JsonNode part, MessageParts into, Fields fields) {
            // OpenAI's Assistants keep a text beside its annotations.
            JsonNode text = Fields.isEmpty(part.path("text")) ? part.path("content") : part.path("text");
            into.text(text.isObject() ? inside(text) : Fields.text(text).orElse(""));
        }

        /** What is none of the texts that are known stays as it was written. */
        private static String inside(JsonNode text) {
            return Fields.text(text, "value")
                    .or(() -> Fields.text(text, "text"))
                    .orElseGet(() -> Json.canonical(text));
        }
    },
    REFUSAL(Set.of("refusal"), Set.of("type", "refusal", "content", "text")) {
        @Override
        void read(JsonNode part, MessageParts into, Fields fields) {
            // As OpenTelemetry's messages have it, whose parts call what they say content.
            into.refusal(Stream.of("refusal", "content", "text")
                    .flatMap(name -> Fields.filled(part, name).stream())
                    .findFirst()
                    .orElse(""));
        }
    },
    /** The signature seals a thought for its provider only; it is not kept. */
    THINKING(Set.of("thinking"), Set.of("type", "thinking", "signature", "closed")) {
        @Override
        void read(JsonNode part, MessageParts into, Fields fields) {
            JsonNode thought = part.path("thinking");
            into.reasoning(thought.isArray() ? joined(thought) : Fields.word(part, "thinking"));
        }

        /** Mistral's thoughts are lists of fragments. */
        private static String joined(JsonNode fragments) {
            StringBuilder text = new StringBuilder();
            fragments.forEach(fragment -> text.append(Fields.word(fragment, "text")));
            return text.toString();
        }
    },
    /** Thoughts in a form that only their provider can read. */
    HIDDEN_THINKING(Set.of("redacted_thinking"), Set.of("type", "data")) {
        @Override
        void read(JsonNode part, MessageParts into, Fields fields) {}
    },
    REASONING(Set.of("reasoning"), Set.of("type", "id", "status", "summary", "content", "encrypted_content")) {
        @Override
        void read(JsonNode item, MessageParts into, Fields fields) {
            item.path("summary").forEach(part -> into.reasoning(Fields.word(part, "text")));
            item.path("content").forEach(part -> into.reasoning(Fields.word(part, "text")));
        }
    },
    /** As LangChain writes Bedrock's: {@code {type: reasoning_content, reasoning_content: {text, signature}}}. */
    NAMED_THOUGHT(Set.of("reasoning_content"), Set.of("type", "reasoning_content")) {
        @Override
        void read(JsonNode block, MessageParts into, Fields fields) {
            JsonNode thought = block.path("reasoning_content");
            into.reasoning(thought.isTextual() ? thought.textValue() : Fields.word(thought, "text"));
        }
    },
    TOOL_USE(Set.of("tool_use"), Set.of("type", "id", "name", "input")) {
        @Override
        void read(JsonNode block, MessageParts into, Fields fields) throws UnreadableRecord {
            into.call(new ToolCall(
                    Fields.word(block, "id"), ToolCalls.name(block, ""), fields.arguments(block.path("input"))));
        }
    },
    FUNCTION_CALL(Set.of("function_call"), Set.of("type", "id", "status", "call_id", "name", "arguments")) {
        @Override
        void read(JsonNode item, MessageParts into, Fields fields) throws UnreadableRecord {
            into.call(called(item, fields.arguments(item.path("arguments"))));
        }
    },
    /** A custom tool takes free text, which is no JSON object. */
    CUSTOM_CALL(Set.of("custom_tool_call"), Set.of("type", "id", "status", "call_id", "name", "input")) {
        @Override
        void read(JsonNode item, MessageParts into, Fields fields) throws UnreadableRecord {
            fields.note(Fidelity.UNPARSED_ARGUMENTS);
            into.call(called(item, Fields.word(item, "input")));
        }
    },
    IMAGE(Set.of("image_url", "input_image"), Set.of("type", "image_url", "file_id", "detail")) {
        @Override
        void read(JsonNode part, MessageParts into, Fields fields) {
            fields.note(Fidelity.MULTIMODAL);
            into.media(MediaReferences.image(part));
        }
    },
    AUDIO(Set.of("input_audio"), Set.of("type", "input_audio")) {
        @Override
        void read(JsonNode part, MessageParts into, Fields fields) {
            fields.note(Fidelity.MULTIMODAL);
            into.media(MediaReferences.audio(part));
        }
    },
    FILE(Set.of("file", "input_file"), Set.of("type", "file", "file_data", "file_url", "file_id", "filename")) {
        @Override
        void read(JsonNode part, MessageParts into, Fields fields) {
            fields.note(Fidelity.MULTIMODAL);
            into.media(MediaReferences.file(part));
        }
    },
    /** An image that the provider's own tool made. */
    IMAGE_MADE(
            Set.of("image_generation_call"),
            Set.of(
                    "type",
                    "id",
                    "status",
                    "result",
                    "output_format",
                    "background",
                    "quality",
                    "size",
                    "revised_prompt")) {
        @Override
        void read(JsonNode item, MessageParts into, Fields fields) {
            fields.note(Fidelity.MULTIMODAL);
            JsonNode result = item.path("result");
            Optional<String> mime = Fields.filled(item, "output_format").map(format -> "image/" + format);
            into.media(MediaReferences.held("image", mime, Fields.text(result), Attachments.key(result)));
        }
    },
    /** A document of plain text is text that the model read. */
    SOURCE(Set.of("image", "document"), Set.of("type", "source", "document")) {
        @Override
        void read(JsonNode block, MessageParts into, Fields fields) {
            JsonNode source = block.path("source");
            if (Fields.word(source, "type").equals("text")) {
                into.text(Fields.word(source, "data"));
                return;
            }
            JsonNode given = block.path("document"); // Cohere's results of tools.
            if (given.isObject()) {
                into.text(Fields.asText(given.has("data") ? given.path("data") : given));
                return;
            }
            fields.note(Fidelity.MULTIMODAL);
            into.media(MediaReferences.source(block));
        }
    };

    private static final Map<String, Part> BY_NAME = byName();

    private final Set<String> names;
    private final Set<String> known;

    Part(Set<String> names, Set<String> known) {
        this.names = names;
        this.known = known;
    }

    /** Puts what the part says into a message; what is wrong with it, the caller says where. */
    abstract void read(JsonNode part, MessageParts into, Fields fields) throws UnreadableRecord;

    /** The fields that {@link #read} understands, or leaves out on purpose. */
    Set<String> known() {
        return known;
    }

    /** The kind of a part; without a type it is text where it holds one. */
    static Optional<Part> of(JsonNode part) {
        String type = Fields.word(part, "type");
        return type.isEmpty() && part.path("text").isTextual()
                ? Optional.of(TEXT)
                : Optional.ofNullable(BY_NAME.get(type));
    }

    private static Map<String, Part> byName() {
        Map<String, Part> parts = new HashMap<>();
        for (Part part : values()) {
            part.names.forEach(name -> parts.put(name, part));
        }
        return Map.copyOf(parts);
    }

    private static ToolCall called(JsonNode item, String arguments) throws UnreadableRecord {
        String id =
                Fields.filled(item, "call_id").or(() -> Fields.text(item, "id")).orElse("");
        return new ToolCall(id, ToolCalls.name(item, ""), arguments);
    }
}
