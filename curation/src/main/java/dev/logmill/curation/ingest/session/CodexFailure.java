package dev.logmill.curation.ingest.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.trace.Failure;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an event of Codex says went wrong: an error, a stream that broke off (which Codex tries again), a turn that was stopped. See
 * {@code EventMsg} in {@code protocol.rs} of openai/codex.
 */
final class CodexFailure {
    private static final String STOPPED = "turn_aborted";
    private static final Set<String> FAILED = Set.of("error", "stream_error", STOPPED);

    private CodexFailure() {}

    /** Nothing where the event tells of something else; a review ends by being stopped. */
    static Optional<Failure> of(JsonNode event) {
        String type = Fields.word(event, "type");
        if (!FAILED.contains(type) || Fields.word(event, "reason").equals("review_ended")) {
            return Optional.empty();
        }
        Optional<String> message = Stream.of("message", "reason", "additional_details")
                .flatMap(name -> Fields.filled(event, name).stream())
                .findFirst();
        return Optional.of(new Failure(code(event.path("codex_error_info")).orElse(type), message));
    }

    /** Whether a later event tells more than an earlier one: that a turn was stopped says nothing of why it failed before. */
    static boolean tellsMore(Failure later) {
        return !later.type().equals(STOPPED);
    }

    /** A word, or an object under one: {@code {"http_connection_failed": {"http_status_code": 503}}}. */
    private static Optional<String> code(JsonNode info) {
        return info.isTextual()
                ? Optional.of(info.textValue()).filter(word -> !word.isBlank())
                : info.properties().stream().map(Map.Entry::getKey).findFirst();
    }
}
