package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Approvals of the AI SDK, {@code {type: tool-approval-request, approvalId, toolCallId}} beside the call that somebody is to approve,
 * and {@code {type: tool-approval-response, approvalId, approved, reason}} in a message of a tool. Neither is a call nor its result: a
 * call that was denied has the denial for its result, as the SDK tells its model, and of one that was approved the result follows.
 *
 * @see <a href="https://ai-sdk.dev/docs/reference/ai-sdk-core/model-message">ModelMessage</a>
 */
final class Approvals {
    private static final String REQUEST = "tool-approval-request";
    private static final String RESPONSE = "tool-approval-response";

    private final Fields fields;
    /** Calls by the approval that was asked for, and their tools. */
    private final Map<String, String> calls = new HashMap<>();

    private final Map<String, String> tools = new HashMap<>();
    private final Set<String> answered = new HashSet<>();

    private Approvals(Fields fields) {
        this.fields = fields;
    }

    /** The same messages without approvals, each denial as the result of its call; approvals stay among what has no place. */
    static JsonNode resolved(JsonNode messages, String place, Fields fields) {
        Approvals approvals = new Approvals(fields);
        return approvals.anyIn(messages) ? approvals.without(messages, place) : messages;
    }

    /** Whether a part of a message asks for an approval or gives it. */
    static boolean isOne(JsonNode part) {
        String type = Fields.word(part, "type");
        return type.equals(REQUEST) || type.equals(RESPONSE);
    }

    private boolean anyIn(JsonNode messages) {
        boolean any = false;
        for (JsonNode message : messages) {
            for (JsonNode part : parts(message)) {
                String type = Fields.word(part, "type");
                any = any || isOne(part);
                if (type.equals(REQUEST)) {
                    calls.put(Fields.word(part, "approvalId"), Fields.word(part, "toolCallId"));
                } else if (type.equals("tool-call")) {
                    tools.put(Fields.word(part, "toolCallId"), Fields.word(part, "toolName"));
                } else if (type.equals("tool-result")) {
                    answered.add(Fields.word(part, "toolCallId"));
                }
            }
        }
        return any;
    }

    private JsonNode without(JsonNode messages, String place) {
        ArrayNode plain = Json.MAPPER.createArrayNode();
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.path(i);
            ArrayNode parts = Json.MAPPER.createArrayNode();
            JsonNode listed = parts(message);
            for (int k = 0; k < listed.size(); k++) {
                part(listed.path(k), "%s[%d].content[%d]".formatted(place, i, k), parts);
            }
            if (listed.isEmpty()) {
                plain.add(message);
            } else if (!parts.isEmpty()) {
                plain.add(((ObjectNode) message.deepCopy()).set("content", parts));
            }
        }
        return plain;
    }

    private static JsonNode parts(JsonNode message) {
        JsonNode content = message.path("content");
        return content.isArray() ? content : Json.MAPPER.createArrayNode();
    }

    private void part(JsonNode part, String place, ArrayNode into) {
        String type = Fields.word(part, "type");
        if (!isOne(part)) {
            into.add(part);
            return;
        }
        fields.keep(place, part);
        String call = calls.getOrDefault(Fields.word(part, "approvalId"), "");
        boolean denied = type.equals(RESPONSE) && !part.path("approved").asBoolean();
        if (denied && !answered.contains(call)) {
            ObjectNode result = into.addObject().put("type", "tool-result").put("toolCallId", call);
            result.put("toolName", tools.getOrDefault(call, "")).put("output", denial(part));
        }
    }

    /** What the SDK tells a model of a call that was denied. */
    static String denial(JsonNode told) {
        return Fields.filled(told, "reason").orElse("Tool execution denied.");
    }
}
