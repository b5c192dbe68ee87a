package dev.logmill.curation.ingest;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The id of the span above another one. Logs mark a root by nothing at all, by an empty text or one of the words that a
 * program prints for nothing, by zero, or by the span's own id.
 */
public final class ParentId {
    private static final Set<String> ROOT = Set.of("", "undefined", "null", "none", "0");

    private ParentId() {}

    /** The parent as a log writes it; nothing where that says that the span is a root. */
    public static Optional<String> of(Optional<String> written, String spanId) {
        return written.map(String::strip)
                .filter(parent -> !ROOT.contains(parent.toLowerCase(Locale.ROOT)) && !parent.equals(spanId));
    }
}
