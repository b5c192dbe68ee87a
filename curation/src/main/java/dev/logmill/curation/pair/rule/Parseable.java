package dev.logmill.curation.pair.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.ToolCall;
import java.util.List;
import java.util.Optional;

/** Drops answers whose tool calls are no JSON, or that are no JSON where JSON of a form was asked for. */
record Parseable(Schemas schemas) implements Rule {
    @Override
    public Decision judge(Candidate candidate) {
        List<ToolCall> calls = candidate.output().map(Message::toolCalls).orElse(List.of());
        for (int i = 0; i < calls.size(); i++) {
            if (Json.container(calls.get(i).arguments())
                    .filter(JsonNode::isObject)
                    .isEmpty()) {
                return new Decision.Drop(
                        Reason.UNPARSEABLE_ARGUMENTS,
                        "call %d of %d has no JSON object".formatted(i + 1, calls.size()));
            }
        }
        Optional<JsonNode> format = candidate.responseFormat().flatMap(Json::container);
        boolean asksForJson = format.filter(form -> form.path("type").asText().startsWith("json"))
                .isPresent();
        // An answer that calls tools is not the answer yet.
        return asksForJson && calls.isEmpty() ? content(candidate, format.get()) : Decision.KEEP;
    }

    private Decision content(Candidate candidate, JsonNode format) {
        String content = candidate.output().flatMap(Message::content).orElse("");
        Optional<JsonNode> answer = parsed(content);
        if (answer.isEmpty()) {
            return new Decision.Drop(
                    Reason.UNPARSEABLE_ANSWER, "%d characters are no JSON".formatted(content.length()));
        }
        return schemaOf(format)
                .map(schema -> schemas.check(schema, answer.get()).decision(Reason.ANSWER_BREAKS_SCHEMA, "the answer"))
                .orElse(Decision.KEEP);
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            // Blank text is no node at all.
            return Optional.of(Json.parse(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** Chat completions keep the schema one level deeper than the Responses interface. */
    private static Optional<String> schemaOf(JsonNode format) {
        JsonNode chat = format.path("json_schema").path("schema");
        JsonNode schema = chat.isMissingNode() ? format.path("schema") : chat;
        return schema.isObject() ? Optional.of(Json.canonical(schema)) : Optional.empty();
    }
}
