package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Calls and thoughts that stand beside a role under other names than those of OpenAI's chat: in LangChain's {@code additional_kwargs},
 * as {@code toolCalls}, as OpenRouter's {@code reasoning_details} and Ollama's {@code thinking}. What stands under the usual name too stays where it is.
 */
final class UsualNames {
    private static final String MORE = "additional_kwargs";
    private static final String CALLS = "tool_calls";
    private static final String CAMEL_CALLS = "toolCalls";
    private static final String FUNCTION = "function_call";
    private static final String THOUGHTS = "reasoning_content";
    private static final String DETAILS = "reasoning_details";
    /** Ollama's. */
    private static final String THINKING = "thinking";

    private UsualNames() {}

    /** The message with each of them under its usual name, and no longer under the other one. */
    static JsonNode of(JsonNode message) {
        if (Stream.of(MORE, CAMEL_CALLS, DETAILS, THINKING).noneMatch(message::has)) {
            return message;
        }
        ObjectNode plain = message.deepCopy();
        if (plain.path(MORE) instanceof ObjectNode more) {
            ofLangChain(plain, more);
        }
        if (Fields.isEmpty(plain.path(CALLS)) && areCalls(plain.path(CAMEL_CALLS))) {
            ArrayNode calls = Json.MAPPER.createArrayNode();
            plain.remove(CAMEL_CALLS).forEach(call -> calls.add(call(call)));
            plain.set(CALLS, calls);
        }
        if (!thinks(plain)) {
            ofOpenRouter(plain);
        }
        if (!thinks(plain) && plain.path(THINKING).isTextual()) {
            plain.set(THOUGHTS, plain.remove(THINKING));
        }
        return plain;
    }

    private static void ofLangChain(ObjectNode plain, ObjectNode more) {
        boolean calls = !Fields.isEmpty(plain.path(CALLS)) || !Fields.isEmpty(plain.path(FUNCTION));
        if (!calls && areCalls(more.path(CALLS))) {
            plain.set(CALLS, more.remove(CALLS));
        } else if (!calls && names(more.path(FUNCTION))) {
            plain.set(FUNCTION, more.remove(FUNCTION));
        }
        if (!thinks(plain) && more.path(THOUGHTS).isTextual()) {
            plain.set(THOUGHTS, more.remove(THOUGHTS));
        }
    }

    /** Texts and summaries are what was thought; what is encrypted stays. */
    private static void ofOpenRouter(ObjectNode plain) {
        ArrayNode others = Json.MAPPER.createArrayNode();
        plain.path(DETAILS).forEach(detail -> {
            if (thought(detail).isEmpty()) {
                others.add(detail);
            }
        });
        String thoughts = StreamSupport.stream(plain.path(DETAILS).spliterator(), false)
                .map(UsualNames::thought)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        if (!thoughts.isEmpty()) {
            plain.put(THOUGHTS, thoughts).set(DETAILS, others);
        }
    }

    private static String thought(JsonNode detail) {
        return switch (Fields.word(detail, "type")) {
            case "reasoning.text" -> Fields.word(detail, "text");
            case "reasoning.summary" -> Fields.word(detail, "summary");
            default -> "";
        };
    }

    private static boolean thinks(JsonNode message) {
        return Stream.of(THOUGHTS, "reasoning").anyMatch(name -> !Fields.isEmpty(message.path(name)));
    }

    private static boolean areCalls(JsonNode list) {
        return list.isArray()
                && !list.isEmpty()
                && StreamSupport.stream(list.spliterator(), false)
                        .allMatch(call -> names(call) || names(call.path("function")));
    }

    private static boolean names(JsonNode call) {
        return call.isObject()
                && List.of("name", "toolName").stream()
                        .anyMatch(name -> Fields.filled(call, name).isPresent());
    }

    /** A call of the AI SDK names its id and its tool so, too. */
    private static JsonNode call(JsonNode call) {
        ObjectNode plain = call.deepCopy();
        Fields.filled(call, "toolName").ifPresent(name -> plain.put("name", name));
        Fields.filled(call, "toolCallId").ifPresent(id -> plain.put("id", id));
        return plain;
    }
}
