package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Span;
import java.util.Optional;

/**
 * A span of several that are gone over together, half-way: one that cannot be checked is no matter of the others.
 *
 * @param once nothing where it could not be checked
 * @param failed what could not check it
 */
record Checking(Optional<OnceOver> once, String failed) {
    interface First {
        OnceOver look() throws PrivacyFailure;
    }

    interface Second {
        Span look(OnceOver once) throws PrivacyFailure;
    }

    static Checking of(First first) {
        try {
            return new Checking(Optional.of(first.look()), "");
        } catch (PrivacyFailure failure) {
            return new Checking(Optional.empty(), failure.detector());
        }
    }

    CheckedSpan ended(Second second) {
        if (once.isEmpty()) {
            return new CheckedSpan(Optional.empty(), failed);
        }
        try {
            return CheckedSpan.of(second.look(once.get()));
        } catch (PrivacyFailure failure) {
            return CheckedSpan.failed(failure);
        }
    }
}
