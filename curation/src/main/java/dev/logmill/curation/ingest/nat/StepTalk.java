package dev.logmill.curation.ingest.nat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.message.Fields;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the messages of a step lie. Of a model's call the framework's own messages stand in the metadata; {@code data} has
 * them as text, with the calls of tools written out in Python's words.
 */
final class StepTalk {
    private StepTalk() {}

    /** What went in. */
    static JsonNode in(Step step) {
        JsonNode messages = first(step.start(), event -> event.metadata().path("chat_inputs"));
        return messages.path(0).isObject() ? messages : first(step, event -> event.data("input"));
    }

    /** What came out. */
    static JsonNode out(Step step) {
        JsonNode answer = answer(step);
        return answer.isObject() ? answer : first(step.end(), event -> event.data("output"));
    }

    /** The message that the model answered, or the choice that holds it; missing where the framework kept none. */
    static JsonNode answer(Step step) {
        JsonNode generation = generation(step);
        JsonNode message = generation.path("message");
        return message.isObject() && !generation.has("finish_reason") ? message : generation;
    }

    /** What the framework calls an answer: the message, or an object around it. */
    static JsonNode generation(Step step) {
        JsonNode responses = first(step.end(), event -> event.metadata().path("chat_responses"));
        return responses.isArray() ? responses.path(0) : responses;
    }

    /** The first of a step's events that tells something. */
    static JsonNode first(Step step, Function<StepEvent, JsonNode> told) {
        return step.events()
                .map(told)
                .filter(value -> !Fields.isEmpty(value))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    static JsonNode first(Optional<StepEvent> event, Function<StepEvent, JsonNode> told) {
        return event.map(told).orElseGet(MissingNode::getInstance);
    }
}
