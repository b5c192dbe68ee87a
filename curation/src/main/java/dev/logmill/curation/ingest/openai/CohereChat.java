package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.ChatMessages;
import dev.logmill.curation.ingest.message.CohereDocuments;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.stream.CohereStream;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cohere's chat, version 2: messages as chat completions have them, one answer, and a plan beside its calls.
 *
 * @see <a href="https://docs.cohere.com/reference/chat">chat</a>
 */
final class CohereChat implements Api {
    private static final Set<String> BODY = Set.of("id", "message", "finish_reason", "usage");
    private static final Pattern EVENT =
            Pattern.compile("(message|content|tool-call|citation)-(start|delta|end)|tool-plan-delta");

    @Override
    public String operation() {
        return "chat";
    }

    @Override
    public Optional<String> provider() {
        return Optional.of("cohere");
    }

    /** Its requests are those of chat completions. */
    @Override
    public boolean asks(JsonNode request) {
        return false;
    }

    @Override
    public boolean answers(JsonNode body) {
        boolean choice = body.has("index"); // One of a chat completion.
        return body.path("message").isObject() && body.has("finish_reason") && !body.has("choices") && !choice;
    }

    @Override
    public boolean streams(JsonNode event) {
        return EVENT.matcher(Fields.word(event, "type")).matches();
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        return CohereStream.assembled(events, fields);
    }

    @Override
    public Request request(JsonNode request, Fields fields) throws UnreadableRecord {
        return new Request(
                new AnyMessages(fields)
                        .input(CohereDocuments.in(request.path("messages"), request), "request.messages"),
                new OfferedTools(fields).of(request),
                Request.parameters(request, Set.of(CohereDocuments.NAME)),
                Optional.empty());
    }

    @Override
    public Answer answer(JsonNode body, Fields fields) throws UnreadableRecord {
        fields.keepRest("response", body, BODY);
        List<Message> answer = new ChatMessages(fields).answer(body.path("message"), "response.message");
        return new Answer(
                answer,
                Fields.filled(body, "id"),
                Optional.empty(),
                Fields.filled(body, "finish_reason"),
                usage(body.path("usage")),
                Optional.empty(),
                MissingNode.getInstance());
    }

    /** What went through the model, else what is billed, which leaves out what Cohere itself adds to the prompt. */
    static Optional<Usage> usage(JsonNode counted) {
        JsonNode tokens = counted.path("tokens").isObject() ? counted.path("tokens") : counted.path("billed_units");
        Usage usage = new Usage(
                Fields.count(tokens, "input_tokens"),
                Fields.count(tokens, "output_tokens"),
                Fields.count(counted, "cached_tokens"),
                Optional.empty(),
                Optional.empty());
        return usage.equals(Usage.NONE) ? Optional.empty() : Optional.of(usage);
    }
}
