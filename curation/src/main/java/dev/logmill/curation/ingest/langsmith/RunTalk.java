package dev.logmill.curation.ingest.langsmith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.trace.Message;
import java.util.List;

/** What went into a run and what came out, as messages; a graph hands its whole state on, the earlier messages too. */
final class RunTalk {
    private final JsonNode inputs;
    private final JsonNode outputs;
    private final AnyMessages messages;

    RunTalk(JsonNode inputs, JsonNode outputs, Fields fields) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.messages = new AnyMessages(fields);
    }

    List<Message> in() throws UnreadableRecord {
        return Fields.isEmpty(inputs) ? List.of() : messages.input(inputs, "inputs");
    }

    List<Message> out() throws UnreadableRecord {
        return Fields.isEmpty(outputs) ? List.of() : messages.output(outputs, "outputs");
    }

    /** Whether what came out is the answer of a model, by its form. */
    boolean isAnswered() {
        return outputs.has("generations") || outputs.has("choices") || outputs.has("role") || outputs.has("messages");
    }

    /** The fields of the message that a model of LangChain answered; missing where none did. */
    JsonNode answered() {
        JsonNode message = generation().path("message");
        JsonNode said = message.path("kwargs").isObject() ? message.path("kwargs") : message;
        return said.isObject() ? said : MissingNode.getInstance();
    }

    /** What LangChain keeps of an answer beside its message, and alone where the model answers with a text. */
    JsonNode info() {
        JsonNode generation = generation();
        return generation.has("generationInfo")
                ? generation.path("generationInfo")
                : generation.path("generation_info");
    }

    private JsonNode generation() {
        JsonNode first = outputs.path("generations").path(0);
        return first.isArray() ? first.path(0) : first;
    }
}
