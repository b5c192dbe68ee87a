package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What privacy makes of a row before it is stored. */
public interface Redaction extends Serializable {
    Span span(Span span) throws PrivacyFailure;

    Signal signal(Signal signal) throws PrivacyFailure;

    /**
     * Spans that one record tells, each as it may be kept, in their order: what is found in one of a session may be known in the
     * others from there.
     */
    default List<Span> spans(List<Span> together) throws PrivacyFailure {
        List<Span> kept = new ArrayList<>(together.size());
        for (Span span : together) {
            kept.add(span(span));
        }
        return kept;
    }

    /** Whether the original of a row is sealed for the vault; of one that names no agent, where none is given. */
    default boolean seals(Optional<String> agent) {
        return false;
    }

    /** A keyed name that this very text has and no other. */
    String key(String text);

    /**
     * A record's digest, keyed: a plain one would tell a person to whoever knows the rest of a record and has a list of
     * people to try.
     */
    String digest(String plain);

    /** An object's path without the identifiers that can be found in it. */
    String path(String path);
}
