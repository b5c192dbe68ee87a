package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.Written.attribute;
import static dev.logmill.curation.ingest.Written.iso;
import static dev.logmill.curation.ingest.Written.messages;
import static dev.logmill.curation.ingest.Written.nanos;
import static dev.logmill.curation.ingest.Written.put;
import static dev.logmill.curation.ingest.Written.text;
import static dev.logmill.curation.ingest.Written.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Locale;
import java.util.Map;

/** One operation as instrumentations of OpenTelemetry write it, see {@link NativeLog}. */
final class OpenTelemetryRecords {
    private OpenTelemetryRecords() {}

    /** A span of OTLP with the attributes of OpenTelemetry GenAI. */
    static ObjectNode genAi(JsonNode told) {
        ObjectNode span = Json.MAPPER.createObjectNode();
        put(span, "traceId", told.path("trace"));
        put(span, "spanId", told.path("span"));
        put(span, "parentSpanId", told.path("parent"));
        put(span, "name", told.path("name"));
        span.put("startTimeUnixNano", nanos(told.path("start"))).put("endTimeUnixNano", nanos(told.path("end")));
        span.putObject("status").put("code", told.has("error") ? 2 : 1);
        ArrayNode attributes = span.putArray("attributes");
        attribute(attributes, "gen_ai.operation.name", text(operation(told)));
        attribute(attributes, "gen_ai.request.model", told.path("model"));
        attribute(attributes, "gen_ai.input.messages", text(messages(told).toString()));
        if (told.has("output")) {
            ArrayNode out = Json.MAPPER.createArrayNode().add(told.path("output"));
            attribute(attributes, "gen_ai.output.messages", text(out.toString()));
        }
        attribute(attributes, "gen_ai.response.finish_reasons", told.path("finish"));
        attribute(attributes, "gen_ai.usage.input_tokens", told.at("/usage/input"));
        attribute(attributes, "gen_ai.usage.output_tokens", told.at("/usage/output"));
        attribute(attributes, "gen_ai.usage.cache_read.input_tokens", told.at("/usage/cached"));
        attribute(attributes, "gen_ai.usage.reasoning.output_tokens", told.at("/usage/reasoning"));
        attribute(attributes, "gen_ai.conversation.id", told.path("session"));
        attribute(attributes, "user.id", told.path("user"));
        told.path("extra").properties().forEach(field -> attribute(attributes, field.getKey(), field.getValue()));
        ObjectNode export = Json.MAPPER.createObjectNode();
        export.putArray("resourceSpans")
                .addObject()
                .putArray("scopeSpans")
                .addObject()
                .putArray("spans")
                .add(span);
        return export;
    }

    /** A span as Phoenix exports it. */
    static ObjectNode openInference(JsonNode told) {
        ObjectNode span = Json.MAPPER.createObjectNode();
        put(span, "name", told.path("name"));
        put(span.putObject("context"), "trace_id", told.path("trace"));
        put((ObjectNode) span.path("context"), "span_id", told.path("span"));
        put(span, "parent_id", told.path("parent"));
        put(span, "start_time", iso(told.path("start")));
        put(span, "end_time", iso(told.path("end")));
        span.put("status_code", told.has("error") ? "ERROR" : "OK");
        ObjectNode attributes = span.putObject("attributes");
        attributes.put(
                "openinference.span.kind", told.path("kind").asText("llm").toUpperCase(Locale.ROOT));
        put(attributes, "llm.model_name", told.path("model"));
        if (told.path("input").isArray()) {
            for (int i = 0; i < told.path("input").size(); i++) {
                message(
                        attributes,
                        "llm.input_messages." + i,
                        told.path("input").get(i));
            }
        } else {
            put(attributes, "input.value", told.path("input"));
        }
        if (told.has("output")) {
            message(attributes, "llm.output_messages.0", told.path("output"));
        }
        put(attributes, "llm.finish_reason", told.path("finish"));
        put(attributes, "llm.token_count.prompt", told.at("/usage/input"));
        put(attributes, "llm.token_count.completion", told.at("/usage/output"));
        put(attributes, "llm.token_count.prompt_details.cache_read", told.at("/usage/cached"));
        put(attributes, "llm.token_count.completion_details.reasoning", told.at("/usage/reasoning"));
        put(attributes, "session.id", told.path("session"));
        put(attributes, "user.id", told.path("user"));
        with(attributes, told.path("extra"));
        return span;
    }

    private static String operation(JsonNode told) {
        String kind = told.path("kind").asText("llm");
        return Map.of("agent", "invoke_agent", "tool", "execute_tool", "chain", "invoke_workflow")
                .getOrDefault(kind, "chat");
    }

    /** A message as OpenInference lays it out flat. */
    private static void message(ObjectNode attributes, String at, JsonNode message) {
        for (Map.Entry<String, JsonNode> field : message.properties()) {
            String name = at + ".message." + field.getKey();
            if (field.getKey().equals("tool_calls")) {
                for (int i = 0; i < field.getValue().size(); i++) {
                    String call = "%s.%d.tool_call.".formatted(name, i);
                    put(attributes, call + "id", field.getValue().get(i).path("id"));
                    field.getValue()
                            .get(i)
                            .path("function")
                            .properties()
                            .forEach(part -> put(attributes, call + "function." + part.getKey(), part.getValue()));
                }
            } else if (field.getValue().isArray()) {
                for (int i = 0; i < field.getValue().size(); i++) {
                    part(
                            attributes,
                            "%ss.%d.message_content.".formatted(name, i),
                            field.getValue().get(i));
                }
            } else {
                put(attributes, name, field.getValue());
            }
        }
    }

    private static void part(ObjectNode attributes, String at, JsonNode part) {
        boolean image = part.has("image_url");
        attributes.put(at + "type", image ? "image" : "text");
        put(attributes, at + "text", part.path("text"));
        put(attributes, at + "image.image.url", part.at("/image_url/url"));
    }
}
