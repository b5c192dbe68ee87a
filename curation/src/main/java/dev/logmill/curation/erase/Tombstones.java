package dev.logmill.curation.erase;

import dev.logmill.curation.json.Digest;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What was erased, as digests: people, traces of theirs, and their sessions. A row is covered where it names one of the people,
 * is of one of the traces, or is of one of the sessions and names nobody else.
 *
 * <p>People and sessions go by keyed pseudonyms before they come here, so nobody without the deployment's key finds out
 * whether somebody was erased.
 */
public final class Tombstones implements Serializable {
    public static final Tombstones NONE = new Tombstones(Set.of());

    private final HashSet<String> digests;

    private Tombstones(Collection<String> digests) {
        this.digests = new HashSet<>(digests);
    }

    /** Those of some digests; see {@link #subject}, {@link #trace} and {@link #session}. */
    public static Tombstones of(Collection<String> digests) {
        return digests.isEmpty() ? NONE : new Tombstones(digests);
    }

    /** Those of the table's rows. */
    public static Tombstones ofRows(Collection<Tombstone> rows) {
        return of(rows.stream().map(Tombstone::tombstone).toList());
    }

    /** The digest of a person, by the pseudonym. */
    public static String subject(String pseudonym) {
        return digest("subject", "", pseudonym);
    }

    /** The digest of a trace. */
    public static String trace(String project, String traceId) {
        return digest("trace", project, traceId);
    }

    /** The digest of a session, by its alias. */
    public static String session(String project, String sessionId) {
        return digest("session", project, sessionId);
    }

    private static String digest(String kind, String project, String id) {
        return Digest.of("tombstone", kind, project, id).hex();
    }

    public boolean isEmpty() {
        return digests.isEmpty();
    }

    /** Whether a person was erased. */
    public boolean hasSubject(String pseudonym) {
        return digests.contains(subject(pseudonym));
    }

    /** Whether a trace was. */
    public boolean hasTrace(String project, String traceId) {
        return digests.contains(trace(project, traceId));
    }

    /** Whether a row of these was, or is about something that was. */
    public boolean cover(
            String project, Optional<String> traceId, Optional<String> sessionId, Optional<String> subject) {
        if (isEmpty()) {
            return false;
        }
        boolean byName = subject.filter(this::hasSubject).isPresent();
        boolean byTrace = traceId.filter(trace -> hasTrace(project, trace)).isPresent();
        return byName || byTrace || (subject.isEmpty() && hasSession(project, sessionId));
    }

    private boolean hasSession(String project, Optional<String> sessionId) {
        return sessionId
                .filter(session -> digests.contains(session(project, session)))
                .isPresent();
    }
}
