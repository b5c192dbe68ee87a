package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Feedback beside a call that nobody understands, as {@code feedback: meh}: a record of its own, which is refused with what would be
 * right, while the call is read.
 */
final class UnreadFeedback {
    private static final Set<String> NAMES = Stream.of(Key.FEEDBACK, Key.VOTE)
            .flatMap(key -> key.names().stream())
            .collect(Collectors.toUnmodifiableSet());

    private UnreadFeedback() {}

    /** The record, where a call has such feedback. */
    static Optional<RawRecord> in(RawRecord record) {
        JsonNode body = record.body();
        if (!body.isObject() || !mayHold(body)) {
            return Optional.empty();
        }
        try {
            Envelope envelope = Envelope.open(record, new Fields());
            Scopes scopes = envelope.scopes();
            boolean alone = envelope.request().isEmpty() && envelope.response().isMissingNode();
            return alone
                    ? Optional.empty()
                    : RecordFeedback.given(scopes)
                            .map(Scopes.Found::value)
                            .filter(FeedbackFields::sayAnything)
                            .filter(feedback -> isUnread(record, feedback))
                            .map(feedback -> beside(record, scopes, feedback));
        } catch (UnreadableRecord unreadable) {
            return Optional.empty(); // Then neither can the call be read, which says so.
        }
    }

    /** Whether a field of it, however deep, is called so: one walk over every record. */
    private static boolean mayHold(JsonNode value) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (NAMES.contains(field.getKey()) || mayHold(field.getValue())) {
                return true;
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            if (mayHold(value.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnread(RawRecord record, JsonNode feedback) {
        try {
            ObjectNode alone = Json.MAPPER.createObjectNode();
            alone.put("trace_id", "t");
            alone.set("feedback", feedback);
            Scopes scopes = new Scopes(alone, Json.MAPPER.createObjectNode());
            RecordFeedback.Target target = new RecordFeedback.Target(
                    Optional.of("t"), Optional.empty(), Optional.empty(), Optional.empty(), "");
            return RecordFeedback.of(record, scopes, new Fields(), target, Optional.empty())
                    .isEmpty();
        } catch (UnreadableRecord unreadable) {
            return false; // The call's own reading says so.
        }
    }

    private static RawRecord beside(RawRecord record, Scopes scopes, JsonNode feedback) {
        ObjectNode alone = Json.MAPPER.createObjectNode();
        String trace = scopes.text(Key.TRACE).or(() -> scopes.text(Key.SPAN)).orElseGet(record::digest);
        alone.put("trace_id", trace);
        alone.set("feedback", feedback);
        return record.beside(
                "/feedback", Digest.of("feedback", Json.canonical(alone)).hex(), alone);
    }
}
