package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Span;
import java.util.Optional;

/**
 * A span as it may be kept, or what could not check it.
 *
 * @param kept nothing where it could not be checked
 * @param failed the detector that failed; empty where none did
 */
public record CheckedSpan(Optional<Span> kept, String failed) {
    /** One that nobody has checked yet. */
    static final CheckedSpan NONE = new CheckedSpan(Optional.empty(), "nobody");

    static CheckedSpan of(Span kept) {
        return new CheckedSpan(Optional.of(kept), "");
    }

    static CheckedSpan failed(PrivacyFailure failure) {
        return new CheckedSpan(Optional.empty(), failure.detector());
    }
}
