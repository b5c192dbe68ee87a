package dev.logmill.export.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A target's row read back as what it means, whatever the target's shape.
 *
 * @param prompt the messages before the answer
 * @param answer the messages that are learned
 * @param rejected the messages of the worse answer; empty where there is none
 * @param tools the tools offered; empty where there are none
 */
public record Conversation(
        List<JsonNode> prompt, List<JsonNode> answer, List<JsonNode> rejected, List<JsonNode> tools) {
    public Conversation {
        prompt = List.copyOf(prompt);
        answer = List.copyOf(answer);
        rejected = List.copyOf(rejected);
        tools = List.copyOf(tools);
    }

    /** Every message, the prompt's first. */
    public List<JsonNode> messages() {
        List<JsonNode> all = new ArrayList<>(prompt);
        all.addAll(answer);
        all.addAll(rejected);
        return all;
    }

    /** The prompt and the answer: one conversation from begin to end. */
    public List<JsonNode> answered() {
        return followed(answer);
    }

    /** The prompt and the worse answer: the other way that a preference could have gone. */
    public List<JsonNode> answeredWorse() {
        return followed(rejected);
    }

    private List<JsonNode> followed(List<JsonNode> by) {
        List<JsonNode> all = new ArrayList<>(prompt);
        all.addAll(by);
        return all;
    }

    static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
