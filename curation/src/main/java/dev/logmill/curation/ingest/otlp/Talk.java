package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a span says went in and came out: of each side what the first dialect says, and no other one once more. */
final class Talk {
    private final Carried span;
    private final Fields fields;
    private final JsonNode input;
    private final JsonNode output;
    private final JsonNode instructions;
    private final JsonNode offered;
    private Optional<String> finish = Optional.empty();

    private Talk(Carried span, Fields fields) {
        this.span = span;
        this.fields = fields;
        this.input = first(AttributeDialect::input);
        this.output = ended(first(AttributeDialect::output));
        this.instructions = first(AttributeDialect::system);
        this.offered = first(AttributeDialect::tools);
    }

    static Talk of(Carried span, Fields fields) {
        return new Talk(span, fields);
    }

    private JsonNode first(BiFunction<AttributeDialect, Carried, JsonNode> side) {
        JsonNode first = MissingNode.getInstance();
        for (AttributeDialects each : AttributeDialects.values()) {
            JsonNode told = side.apply(each.dialect(), span);
            first = Fields.isEmpty(first) ? told : first;
        }
        return Fields.isEmpty(first) ? MissingNode.getInstance() : first;
    }

    /** An answer without the reason why it ended, which has a place of its own. */
    private JsonNode ended(JsonNode told) {
        JsonNode decoded = JsonInText.decoded(told);
        if (!decoded.path(0).has("finish_reason")) {
            return told;
        }
        finish = Fields.filled(decoded.path(0), "finish_reason");
        JsonNode plain = decoded.deepCopy();
        plain.forEach(message -> {
            if (message instanceof ObjectNode object) {
                object.remove("finish_reason");
            }
        });
        return plain;
    }

    /** The messages that went in, the system's instructions before them. */
    List<Message> in() throws UnreadableRecord {
        List<Message> messages = new AnyMessages(fields).input(input, "input");
        boolean told = !messages.isEmpty()
                && (messages.get(0).role() == Role.SYSTEM || messages.get(0).role() == Role.DEVELOPER);
        if (Fields.isEmpty(instructions) || told) {
            return messages;
        }
        List<Message> whole = new ArrayList<>();
        whole.add(Message.of(Role.SYSTEM, text(JsonInText.decoded(instructions))));
        whole.addAll(messages);
        return whole;
    }

    /** Parts hold their text as {@code content}, or as {@code text}. */
    private static String text(JsonNode instructions) {
        if (!instructions.isArray()) {
            return Fields.filled(instructions, "content").orElseGet(() -> Fields.asText(instructions));
        }
        return StreamSupport.stream(instructions.spliterator(), false)
                .map(part -> Fields.text(part, "content")
                        .or(() -> Fields.text(part, "text"))
                        .orElseGet(() -> Fields.asText(part)))
                .collect(Collectors.joining("\n"));
    }

    List<Message> out() throws UnreadableRecord {
        return new AnyMessages(fields).output(output, "output");
    }

    /** What went in as it was told, for spans that talk of other things than messages. */
    Optional<JsonNode> rawInput() {
        return Optional.of(input).filter(told -> !told.isMissingNode());
    }

    Optional<JsonNode> rawOutput() {
        return Optional.of(output).filter(told -> !told.isMissingNode());
    }

    /** Why the answer ended, where the answer itself says so. */
    Optional<String> finish() {
        return finish;
    }

    /** The tools that were offered; where only their names are told, by name. */
    List<Tool> tools(JsonNode otherwise) {
        JsonNode told = JsonInText.decoded(offered);
        ObjectNode request = Json.MAPPER.createObjectNode();
        ArrayNode tools = request.putArray("tools");
        for (JsonNode tool : told.isArray() ? told : otherwise) {
            JsonNode decoded = JsonInText.decoded(tool);
            tools.add(decoded.isTextual() ? Json.MAPPER.createObjectNode().set("name", decoded) : decoded);
        }
        return new OfferedTools(fields).of(request);
    }
}
