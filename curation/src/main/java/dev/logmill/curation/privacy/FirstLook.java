package dev.logmill.curation.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What became of a row's texts when it was first gone over, so that only those are gone over again that may change. */
final class FirstLook {
    private final Map<String, String> plain = new HashMap<>();
    private final Map<String, String> withUsers = new HashMap<>();

    /** What became of a text. */
    Optional<String> of(String text, boolean users) {
        return Optional.ofNullable((users ? withUsers : plain).get(text));
    }

    void keep(String text, boolean users, String redacted) {
        (users ? withUsers : plain).put(text, redacted);
    }
}
