package dev.logmill.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.ChatMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Usage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What one request brought: a model's transcript, or what stands in its place and what was said of it.
 *
 * @param words the endpoint's own about a failure, redacted
 */
record Answer(Outcome outcome, Optional<Transcript> transcript, Optional<String> words) {
    static Answer none(Outcome outcome, Optional<String> words) {
        return new Answer(outcome, Optional.empty(), words);
    }

    /** The answer in a body that came with status 200. */
    static Answer read(byte[] body, long millis, ServerWords words) {
        try {
            JsonNode json = Json.parse(body);
            JsonNode choice = json.path("choices").path(0);
            if (json.path("error").isObject() && choice.isMissingNode()) {
                return none(Outcome.SERVER_ERROR, words.of(body));
            }
            Optional<String> finish = Fields.text(choice, "finish_reason");
            Outcome outcome = finish.map(Outcome::ofFinish).orElse(Outcome.ANSWERED);
            if (outcome.worthRetrying()) {
                return none(outcome, words.of(body));
            }
            JsonNode message = choice.path("message");
            List<Message> all = new ChatMessages(new Fields()).answer(message, "choices[0].message");
            Message said = all.get(all.size() - 1);
            boolean finished = finish.isPresent() && message.has("content");
            if (!message.isObject() || (outcome == Outcome.ANSWERED && !finished && saysNothing(message, said))) {
                return none(Outcome.PARSE_FAILED, words.of(body));
            }
            Usage usage = UsageConvention.CHAT.read(json.path("usage")).orElse(Usage.NONE);
            return new Answer(outcome, Optional.of(new Transcript(said, finish, usage, millis)), Optional.empty());
        } catch (IOException | UnreadableRecord | RuntimeException notAnAnswer) {
            // Whatever an endpoint sends is one failed answer: no number or name in it may end the evaluation.
            return none(Outcome.PARSE_FAILED, words.of(body));
        }
    }

    /** An empty text is an answer, if a poor one, and so is none that was finished; no text, no call and no refusal is none. */
    private static boolean saysNothing(JsonNode message, Message said) {
        return !message.hasNonNull("content")
                && said.toolCalls().isEmpty()
                && said.refusal().isEmpty()
                && said.reasoning().isEmpty()
                && said.media().isEmpty();
    }

    Reply reply(int requests) {
        return new Reply(outcome, transcript, words, requests);
    }
}
