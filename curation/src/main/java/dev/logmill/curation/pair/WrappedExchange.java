package dev.logmill.curation.pair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether what an agent span logs is the exchange of its one call in another wrapping: JSON around the question and around the
 * answer, as functions take and return it, or a prompt around the question. The call's messages then say all of it, and what
 * they say beside it (instructions, earlier turns, documents) the answer owes to them.
 */
final class WrappedExchange {
    private WrappedExchange() {}

    /**
     * Whether a call was asked what went into the agent.
     *
     * @param outer what went in, without the system prompt
     * @param sent what the call sent
     */
    static boolean isAsked(List<Message> outer, List<Message> sent) {
        Optional<String> asked = sent.stream()
                .filter(message -> message.role() == Role.USER)
                .reduce((earlier, later) -> later)
                .flatMap(Message::content)
                .map(String::strip);
        return outer.size() == 1
                && outer.get(0).media().isEmpty()
                && asked.isPresent()
                && anyOf(
                        outer.get(0),
                        said -> said.isTextual() && isWithin(said.textValue().strip(), asked.get()));
    }

    /** A word alone may be in a prompt by chance. */
    private static boolean isWithin(String said, String prompt) {
        return !said.isEmpty() && (said.equals(prompt) || (said.indexOf(' ') > 0 && prompt.contains(said)));
    }

    /** Whether what came out of the agent is a call's answer. */
    static boolean isAnswered(Message outer, Message answer) {
        String said = answer.content().orElse("").strip();
        Optional<JsonNode> form = Json.container(said);
        return !said.isEmpty()
                && answer.toolCalls().isEmpty()
                && anyOf(
                        outer,
                        told -> told.isTextual()
                                ? told.textValue().strip().equals(said)
                                : form.isPresent() && told.equals(form.get()));
    }

    /** Whether what a message says is as wanted, or where that is JSON anything within it. */
    private static boolean anyOf(Message message, Predicate<JsonNode> wanted) {
        String said = message.content().orElse("");
        return wanted.test(TextNode.valueOf(said))
                || Json.container(said).filter(json -> anyOf(json, wanted)).isPresent();
    }

    private static boolean anyOf(JsonNode json, Predicate<JsonNode> wanted) {
        if (wanted.test(json)) {
            return true;
        }
        for (JsonNode inner : json) {
            if (anyOf(inner, wanted)) {
                return true;
            }
        }
        return false;
    }
}
