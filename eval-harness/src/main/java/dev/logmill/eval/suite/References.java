package dev.logmill.eval.suite;

import dev.logmill.curation.trace.Message;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of right answers.
 *
 * @param corrections what people wrote that an answer should have been, by input id
 * @param trusted answers of pairs that are trusted, by input id
 */
public record References(Map<String, Message> corrections, Map<String, Message> trusted) {
    /** A right answer, with where it comes from. */
    record Reference(Message message, String origin) {}

    Optional<Reference> of(String inputId) {
        Message correction = corrections.get(inputId);
        if (correction != null) {
            return Optional.of(new Reference(correction, "correction"));
        }
        Message pair = trusted.get(inputId);
        return pair == null ? Optional.empty() : Optional.of(new Reference(pair, "trusted pair"));
    }
}
