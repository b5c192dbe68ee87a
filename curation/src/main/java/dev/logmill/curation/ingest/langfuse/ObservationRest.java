package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Set;

/** What an observation says that a span has no place for. */
record ObservationRest(Row row, JsonNode metadata, JsonNode traced) {
    private static final List<String> DERIVED = List.of(
            "project_id",
            "created_at",
            "updated_at",
            "latency",
            "time_to_first_token",
            "input_cost",
            "output_cost",
            "input_usage",
            "output_usage",
            "total_usage",
            "tool_calls",
            "tool_call_names",
            "cost_details",
            "provided_cost_details",
            "internal_model_id",
            "internal_model",
            "usage_pricing_tier_id",
            "usage_pricing_tier_name",
            "unit",
            "prompt_tokens",
            "completion_tokens",
            "total_tokens",
            "calculated_input_cost",
            "calculated_output_cost",
            "calculated_total_cost");

    /** The attributes of OpenTelemetry without the ids that are read. */
    private JsonNode kept(String name, JsonNode value) {
        JsonNode decoded = JsonInText.decoded(value);
        if (!name.equals("attributes") || !traced.isObject()) {
            return decoded;
        }
        ObjectNode others = traced.deepCopy();
        others.remove(Observation.SESSIONS);
        others.remove(Observation.USERS);
        return others;
    }

    /** All of it as canonical JSON, with what could not be read of the calls. */
    String attributes(String type, Fields fields) {
        DERIVED.forEach(row::value);
        row.value("type");
        row.value("completion_start_time");
        JsonNode version = row.value("prompt_version");
        fields.keep(
                "prompt_version",
                row.number("prompt_version")
                        .filter(number -> version.isTextual() && number == Math.rint(number))
                        .<JsonNode>map(number -> LongNode.valueOf(number.longValue()))
                        .orElse(version));
        fields.keepRest("", row.rest(), Set.of());
        metadata.properties().stream()
                .filter(field -> !field.getKey().startsWith("ls_"))
                .forEach(field -> fields.keep("metadata." + field.getKey(), kept(field.getKey(), field.getValue())));
        fields.keep("environment", row.value("environment"));
        if (!metadata.isObject()) {
            fields.keep("metadata", metadata);
        }
        if (type.equalsIgnoreCase("EVENT")) {
            fields.keep("type", Json.MAPPER.getNodeFactory().textNode("event"));
        }
        return fields.attributes();
    }
}
