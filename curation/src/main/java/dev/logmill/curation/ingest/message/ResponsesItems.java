package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Items of the OpenAI Responses API as messages. Neighbouring items of the assistant (reasoning, text, calls) are one
 * assistant message, so that an answer and its echo in the next request are equal; results of calls are tool messages.
 * What the provider ran itself is a call and, where it is told, its result.
 */
public final class ResponsesItems {
    private static final Set<String> MESSAGE = Set.of("type", "id", "status", "role", "content");
    private static final Set<String> RESULT =
            Set.of("type", "id", "status", "call_id", "output", "approval_request_id", "approve", "reason");
    /** A model asks whether it may call a tool of an MCP server, and whoever asked it says so. */
    private static final String APPROVAL = "mcp_approval";

    private static final Set<String> ITEMS = Set.of(
            "function_call",
            "function_call_output",
            "function_call_result",
            "custom_tool_call",
            "custom_tool_call_output",
            "image_generation_call",
            "web_search_call",
            "file_search_call",
            "code_interpreter_call",
            "mcp_call",
            APPROVAL + "_request",
            APPROVAL + "_response");
    /** {@code function_call_output}, {@code computer_call_output} and the like. */
    static final String OUTPUT = "_call_output";

    private static final PartForm BUILT_IN = new BuiltInTools();

    private final Fields fields;
    private final Content content;
    private final ChatMessages messages;

    public ResponsesItems(Fields fields) {
        this(fields, new Content(fields));
    }

    /** Items with a content of its own kind. */
    ResponsesItems(Fields fields, Content content) {
        this.fields = fields;
        this.content = content;
        this.messages = new ChatMessages(fields, content);
    }

    /** Whether a value is a list of items, told by one of a kind that no other messages have. */
    public static boolean areItems(JsonNode list) {
        for (JsonNode item : list.isArray() ? list : Json.MAPPER.createArrayNode()) {
            String type = Fields.word(item, "type");
            boolean thought = type.equals("reasoning") && (item.has("summary") || item.has("encrypted_content"));
            if (ITEMS.contains(type) || thought || (type.equals("message") && item.has("role"))) {
                return true;
            }
        }
        return false;
    }

    /** The messages of {@code input}: a text, or items. */
    public List<Message> input(JsonNode input, String place) throws UnreadableRecord {
        return input.isTextual() ? List.of(Message.of(Role.USER, input.textValue())) : messages(input, place);
    }

    /** The messages that the items at {@code place} make, oldest first. */
    public List<Message> messages(JsonNode items, String place) throws UnreadableRecord {
        List<Message> made = new ArrayList<>(items.size());
        MessageParts answer = new MessageParts();
        Map<String, String> called = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.path(i);
            String here = place + "[" + i + "]";
            if (ofAssistant(item, here)) {
                Fields.filled(item, "call_id").ifPresent(call -> called.put(Fields.word(item, "id"), call));
                answer(item, here, answer);
            } else {
                flush(answer, made);
                answer = new MessageParts();
                other(item, here, called, made);
            }
        }
        flush(answer, made);
        return ToolNames.resolved(made);
    }

    private static boolean ofAssistant(JsonNode item, String place) throws UnreadableRecord {
        if (!item.isObject()) {
            throw new UnreadableRecord(QuarantineReason.INVALID_FIELD, place + ": no object but " + item.getNodeType());
        }
        return isMessage(item)
                ? Speaker.of(item, place) == Role.ASSISTANT
                : !Fields.word(item, "type").endsWith(OUTPUT) && !isApproval(item);
    }

    private static boolean isApproval(JsonNode item) {
        return Fields.word(item, "type").equals(APPROVAL + "_response");
    }

    private static boolean isMessage(JsonNode item) {
        String type = Fields.word(item, "type");
        return type.equals("message") || type.isEmpty();
    }

    private void answer(JsonNode item, String place, MessageParts answer) throws UnreadableRecord {
        if (isMessage(item)) {
            answer.endText();
            content.read(item.path("content"), place + ".content", answer);
            fields.keepRest(place, item, MESSAGE);
            return;
        }
        if (BUILT_IN.fits(item)) {
            BUILT_IN.read(new PartReading(item, place, answer, fields, content));
            return;
        }
        Optional<Part> kind = Part.of(item);
        if (kind.isEmpty()) {
            leftOut(item, place);
            return;
        }
        try {
            kind.get().read(item, answer, fields);
        } catch (UnreadableRecord problem) {
            throw problem.at(place);
        }
        fields.keepRest(place, item, kind.get().known());
    }

    /** {@code item_reference} and the like stand for what was said; a list of tools is no message. */
    private void leftOut(JsonNode item, String place) {
        fields.keep(place, item);
        if (!Fields.word(item, "type").equals("mcp_list_tools")) {
            fields.note(Fidelity.MISSING_MESSAGES);
        }
    }

    /** @param called the ids of calls by those of their items, which the output of a shell may name instead */
    private void other(JsonNode item, String place, Map<String, String> called, List<Message> made)
            throws UnreadableRecord {
        if (isMessage(item)) {
            messages.addTo(made, item, place);
            return;
        }
        MessageParts parts = new MessageParts();
        if (isApproval(item)) {
            parts.text(item.path("approve").asBoolean() ? "approved" : "denied");
            Fields.filled(item, "reason").ifPresent(parts::text);
        }
        content.read(item.path("output"), place + ".output", parts);
        fields.keepRest(place, item, RESULT);
        Optional<String> id = Fields.filled(item, "call_id")
                .or(() -> Fields.filled(item, "approval_request_id"))
                .or(() -> Fields.filled(item, "id").map(of -> called.getOrDefault(of, of)));
        made.add(parts.message(Role.TOOL, Optional.empty(), id));
    }

    private static void flush(MessageParts answer, List<Message> made) {
        if (!answer.isEmpty()) {
            made.addAll(answer.messages(Role.ASSISTANT, Optional.empty(), Optional.empty()));
        }
    }
}
