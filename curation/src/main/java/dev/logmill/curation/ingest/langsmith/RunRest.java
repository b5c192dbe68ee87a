package dev.logmill.curation.ingest.langsmith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import java.util.Set;

/** What a run says that a span has no place for. */
record RunRest(JsonNode run, JsonNode metadata, JsonNode extra) {
    /** Read, or said once more by what is: {@code serialized} describes the code, events of tokens repeat the answer. */
    private static final Set<String> READ = Set.of(
            "id",
            "trace_id",
            "parent_run_id",
            "parent_run_ids",
            "child_run_ids",
            "dotted_order",
            "name",
            "run_type",
            "start_time",
            "end_time",
            "status",
            "error",
            "inputs",
            "outputs",
            "inputs_preview",
            "outputs_preview",
            "extra",
            "events",
            "serialized",
            "prompt_tokens",
            "completion_tokens",
            "total_tokens",
            "prompt_token_details",
            "completion_token_details",
            "prompt_cost",
            "completion_cost",
            "total_cost");

    private static final Set<String> NAMED =
            Set.of("session_id", "thread_id", "conversation_id", "user_id", "ls_model_name", "ls_provider");
    private static final String NEW_TOKEN = "new_token";

    /** What has no place of its own, the metadata that the application gave among it. */
    String attributes(Fields fields) {
        fields.keepRest("", run, READ);
        fields.keepRest("metadata", metadata, NAMED);
        fields.keepRest("extra", extra, Set.of("metadata", "invocation_params", "tool_call_id"));
        fields.keep("events", events());
        return fields.attributes();
    }

    private ArrayNode events() {
        ArrayNode kept = Json.MAPPER.createArrayNode();
        for (JsonNode event : JsonInText.decoded(run.path("events"))) {
            if (!Fields.word(event, "name").equals(NEW_TOKEN)) {
                kept.add(event);
            }
        }
        return kept;
    }
}
