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
    /** A reference that a person wrote. */
    static final String CORRECTION = "correction";

    /** A reference that production answered itself, and that feedback calls good. */
    static final String TRUSTED = "trusted pair";

    /** A right answer, with where it comes from. */
    record Reference(Message message, String origin) {}

    Optional<Reference> of(String inputId) {
        return Optional.ofNullable(corrections.get(inputId))
                .map(message -> new Reference(message, CORRECTION))
                .or(() -> Optional.ofNullable(trusted.get(inputId)).map(message -> new Reference(message, TRUSTED)));
    }
}
