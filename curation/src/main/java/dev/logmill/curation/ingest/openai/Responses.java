package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Failures;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.message.ResponsesItems;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.ingest.stream.ResponsesStream;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * OpenAI Responses. A request that goes on with an earlier answer has instructions of its own: the provider carries those of
 * earlier calls not over.
 */
final class Responses implements Api {
    /** Most of them repeat the request; {@code user} and {@code metadata} may name people. */
    private static final Set<String> BODY = Set.of(
            "id",
            "object",
            "created_at",
            "completed_at",
            "status",
            "error",
            "incomplete_details",
            "instructions",
            "max_output_tokens",
            "max_tool_calls",
            "model",
            "output",
            "output_text",
            "parallel_tool_calls",
            "previous_response_id",
            "conversation",
            "reasoning",
            "store",
            "background",
            "temperature",
            "text",
            "tool_choice",
            "tools",
            "top_logprobs",
            "top_p",
            "frequency_penalty",
            "presence_penalty",
            "truncation",
            "usage",
            "user",
            "safety_identifier",
            "metadata");

    @Override
    public String operation() {
        return "responses";
    }

    @Override
    public Optional<String> provider() {
        return Optional.of("openai");
    }

    @Override
    public boolean asks(JsonNode request) {
        JsonNode input = request.path("input");
        // An embedding has an input too.
        boolean embeds = request.has("encoding_format")
                || request.has("dimensions")
                || Fields.word(request, "model").contains("embedding");
        return !request.has("messages") && !embeds && (input.isTextual() || input.isArray());
    }

    @Override
    public boolean answers(JsonNode body) {
        return Fields.word(body, "object").equals("response")
                || (body.path("output").isArray() && body.path("output").path(0).has("type"));
    }

    @Override
    public boolean streams(JsonNode event) {
        return Fields.word(event, "type").startsWith("response.");
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        return ResponsesStream.assembled(events, fields);
    }

    @Override
    public Request request(JsonNode request, Fields fields) throws UnreadableRecord {
        Optional<String> continues = Fields.filled(request, "previous_response_id");
        if (!Fields.isEmpty(request.path("conversation")) || !Fields.isEmpty(request.path("prompt"))) {
            // The provider keeps what stands before the input: the conversation so far, a prompt under an id.
            fields.note(Fidelity.MISSING_MESSAGES);
        }
        List<Message> messages = new ArrayList<>();
        if (!Fields.isEmpty(request.path("instructions"))) {
            JsonNode instructions = request.path("instructions");
            if (instructions.isTextual()) {
                messages.add(Message.of(Role.SYSTEM, instructions.textValue()));
            } else {
                messages.addAll(new ResponsesItems(fields).messages(instructions, "request.instructions"));
            }
        }
        // LiteLLM calls the input of every API messages.
        JsonNode input = request.has("input") ? request.path("input") : request.path("messages");
        if (Fields.isEmpty(input)) {
            // Instructions alone are no question.
            fields.note(Fidelity.MISSING_MESSAGES);
        }
        messages.addAll(new ResponsesItems(fields).input(input, "request.input"));
        return new Request(
                messages,
                new OfferedTools(fields).of(request),
                Request.parameters(request, Set.of("instructions")),
                continues);
    }

    @Override
    public Answer answer(JsonNode body, Fields fields) throws UnreadableRecord {
        List<Message> messages = new ResponsesItems(fields).messages(body.path("output"), "response.output");
        fields.keepRest("response", body, BODY);
        return new Answer(
                messages,
                Fields.filled(body, "id"),
                Fields.filled(body, "model"),
                ending(body, messages),
                UsageConvention.RESPONSES.read(body.path("usage")),
                Failures.of(body, "error"),
                body.path("created_at"));
    }

    /** The status tells the end, but not that the model now waits for its tools. */
    private static Optional<String> ending(JsonNode body, List<Message> messages) {
        String status = Fields.word(body, "status");
        if (status.equals("incomplete")) {
            return Fields.filled(body.path("incomplete_details"), "reason").or(() -> Optional.of(status));
        }
        if (status.equals("completed")
                && !messages.isEmpty()
                && !messages.get(messages.size() - 1).toolCalls().isEmpty()) {
            return Optional.of("tool_calls");
        }
        boolean open = status.isEmpty() || status.equals("in_progress") || status.equals("queued");
        return open ? Optional.empty() : Optional.of(status);
    }
}
