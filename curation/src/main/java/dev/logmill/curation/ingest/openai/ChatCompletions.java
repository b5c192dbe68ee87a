package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.ChatMessages;
import dev.logmill.curation.ingest.message.Failures;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.OfferedTools;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.ingest.stream.ChatStream;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** OpenAI chat completions, and the many servers that speak like them. */
final class ChatCompletions implements Api {
    private static final Set<String> BODY = Set.of("id", "object", "created", "model", "choices", "usage", "error");
    private static final Set<String> CHOICE = Set.of("index", "message", "finish_reason", "error");

    @Override
    public String operation() {
        return "chat";
    }

    @Override
    public Optional<String> provider() {
        return Optional.empty();
    }

    @Override
    public boolean asks(JsonNode request) {
        return request.path("messages").isArray();
    }

    @Override
    public boolean answers(JsonNode body) {
        JsonNode choices = body.path("choices");
        JsonNode first = choices.path(0);
        // A content filter leaves a choice without a message; completions of a prompt have a text instead of one.
        boolean other = first.path("text").isTextual() || first.path("delta").isObject();
        return choices.isArray()
                && (choices.isEmpty() || first.path("message").isObject() || (first.has("finish_reason") && !other));
    }

    @Override
    public boolean streams(JsonNode event) {
        JsonNode first = event.path("choices").path(0);
        // Writer's chunks have a message beside each delta.
        return first.path("delta").isObject()
                && !(first.path("delta").isEmpty() && first.path("message").isObject());
    }

    @Override
    public JsonNode assembled(List<JsonNode> events, Fields fields) {
        return ChatStream.assembled(events, fields);
    }

    @Override
    public Request request(JsonNode request, Fields fields) throws UnreadableRecord {
        JsonNode messages = request.path("messages");
        boolean prompted = messages.isMissingNode() && request.path("prompt").isTextual();
        if (!messages.isArray() && !prompted) {
            fields.keep("request.messages", messages);
        }
        return new Request(
                prompted
                        ? List.of(Message.of(Role.USER, request.path("prompt").textValue()))
                        : AnyMessages.areOfFramework(messages)
                                ? new AnyMessages(fields).input(messages, "request.messages")
                                : new ChatMessages(fields).messages(messages, "request.messages"),
                new OfferedTools(fields).of(request),
                Request.parameters(request, prompted ? Set.of("prompt") : Set.of()),
                Optional.empty());
    }

    @Override
    public Answer answer(JsonNode body, Fields fields) throws UnreadableRecord {
        ChatMessages reader = new ChatMessages(fields);
        List<Message> messages = new ArrayList<>(1);
        List<JsonNode> choices = inOrder(body.path("choices"));
        for (int i = 0; i < choices.size(); i++) {
            JsonNode choice = choices.get(i);
            String place = "response.choices[" + i + "]";
            boolean searched = StreamSupport.stream(
                            choice.path("message").path("annotations").spliterator(), false)
                    .anyMatch(note -> Fields.word(note, "type").equals("url_citation"));
            if (searched || !Fields.isEmpty(body.path("search_results"))) {
                fields.note(Fidelity.PROVIDER_TOOLS);
            }
            JsonNode message = choice.path("message");
            if (message.isObject()) {
                messages.addAll(
                        AnyMessages.isOfFramework(message)
                                ? new AnyMessages(fields).output(message, place + ".message")
                                : reader.answer(message, place + ".message"));
            }
            fields.keepRest(place, choice, CHOICE);
            if (i > 0) {
                fields.keep(place + ".finish_reason", choice.path("finish_reason"));
            }
        }
        fields.keepRest("response", body, BODY);
        return new Answer(
                messages,
                Fields.filled(body, "id"),
                Fields.filled(body, "model"),
                choices.stream().findFirst().flatMap(first -> Fields.filled(first, "finish_reason")),
                UsageConvention.CHAT.read(body.path("usage")),
                Failures.of(body, "error").or(() -> ofChoice(choices)),
                body.path("created"));
    }

    /** OpenRouter tells in the choice what went wrong once the answer had begun. */
    private static Optional<Failure> ofChoice(List<JsonNode> choices) {
        return choices.stream()
                .flatMap(choice -> Failures.of(choice, "error").stream())
                .map(told ->
                        told.type().matches("[0-9]{3}") ? new Failure("http_" + told.type(), told.message()) : told)
                .findFirst();
    }

    /** By their index, as a streamed answer is put together: the first is the one that counts. */
    private static List<JsonNode> inOrder(JsonNode choices) {
        return StreamSupport.stream(choices.spliterator(), false)
                .sorted(Comparator.comparingInt(choice -> choice.path("index").asInt()))
                .toList();
    }
}
