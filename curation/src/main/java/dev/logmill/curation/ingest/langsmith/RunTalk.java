package dev.logmill.curation.ingest.langsmith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What went into a run and what came out, as messages: under the names that LangChain's models, the wrapped clients of
 * providers and graphs with a state of messages give them; else all of it as one text.
 */
final class RunTalk {
    private static final List<String> ASKED = List.of("messages", "prompts", "prompt", "input", "question", "query");
    private static final List<String> ANSWERED = List.of("message", "output", "answer", "result");

    private final JsonNode inputs;
    private final JsonNode outputs;
    private final AnyMessages messages;

    RunTalk(JsonNode inputs, JsonNode outputs, Fields fields) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.messages = new AnyMessages(fields);
    }

    List<Message> in() throws UnreadableRecord {
        if (Fields.isEmpty(inputs)) {
            return List.of();
        }
        List<Message> asked = messages.input(flat(named(inputs, ASKED).orElse(inputs)), "inputs");
        Optional<String> system = Fields.filled(inputs, "system")
                .or(() -> Fields.filled(inputs.path("system").path(0), "text"));
        boolean told = !asked.isEmpty() && asked.get(0).role() == Role.SYSTEM;
        if (system.isEmpty() || told) {
            return asked;
        }
        List<Message> whole = new ArrayList<>(List.of(Message.of(Role.SYSTEM, system.get())));
        whole.addAll(asked);
        return whole;
    }

    /** The answer. A graph hands its whole state on, in which the answer is the last message. */
    List<Message> out() throws UnreadableRecord {
        if (Fields.isEmpty(outputs)) {
            return List.of();
        }
        JsonNode state = flat(outputs.path("messages"));
        if (state.isArray() && !state.isEmpty()) {
            List<Message> said = messages.output(state.get(state.size() - 1), "outputs.messages");
            return said.stream()
                    .filter(message -> message.role() == Role.ASSISTANT)
                    .toList();
        }
        return messages.output(answer(), "outputs");
    }

    /** Whether what came out is the answer of a model, by its form. */
    boolean isAnswered() {
        return outputs.has("generations") || outputs.has("choices") || outputs.has("role") || outputs.has("messages");
    }

    private JsonNode answer() {
        JsonNode chosen = choice();
        if (!chosen.isMissingNode()) {
            JsonNode message = chosen.path("message");
            return Fields.isEmpty(message) ? chosen.path("text") : message;
        }
        return outputs.has("role") ? outputs : named(outputs, ANSWERED).orElse(outputs);
    }

    /** Of several answers to one input the first. */
    private JsonNode choice() {
        JsonNode generations = outputs.path("generations");
        JsonNode first = generations.path(0);
        JsonNode generation = first.isArray() ? first.path(0) : first;
        if (generation.isObject()) {
            return generation;
        }
        JsonNode choice = outputs.path("choices").path(0);
        return choice.isObject() ? choice : MissingNode.getInstance();
    }

    /** Why the answer ended, in the provider's word. */
    Optional<String> finish() {
        JsonNode chosen = choice();
        JsonNode metadata = fields(chosen.path("message")).path("response_metadata");
        return Fields.filled(chosen, "finish_reason")
                .or(() -> Fields.filled(chosen.path("generation_info"), "finish_reason"))
                .or(() -> Fields.filled(metadata, "finish_reason"))
                .or(() -> Fields.filled(metadata, "stop_reason"))
                .or(() -> Fields.filled(outputs, "stop_reason"));
    }

    /** The fields of the message that a model of LangChain answered. */
    JsonNode answered() {
        return fields(choice().path("message"));
    }

    private static JsonNode fields(JsonNode message) {
        return message.path("kwargs").isObject() ? message.path("kwargs") : message;
    }

    /** The value of the first name that has one. */
    private static Optional<JsonNode> named(JsonNode node, List<String> names) {
        return names.stream()
                .map(node::path)
                .filter(value -> !Fields.isEmpty(value))
                .findFirst();
    }

    /** Models of LangChain are asked several conversations at once; logged is one, in a list of its own. */
    private static JsonNode flat(JsonNode list) {
        JsonNode first = list.path(0);
        boolean batched = list.isArray()
                && list.size() == 1
                && (first.isArray() ? first.path(0).isContainerNode() : first.isTextual());
        return batched ? first : list;
    }
}
