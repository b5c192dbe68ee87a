package dev.logmill.curation.pair;

import dev.logmill.curation.json.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one row can share with another: the person, the session, the run, the group that the log names, the input.
 *
 * @param inputId digest of the input, as in {@link Pair}
 */
public record Occurrence(
        String project,
        Optional<String> subject,
        Optional<String> sessionId,
        String runId,
        Optional<String> groupId,
        String inputId) {
    /** Keys that tie rows together whatever they hold. */
    List<String> ties() {
        List<String> ties = new ArrayList<>();
        subject.ifPresent(
                person -> ties.add(Digest.of("subject", project, person).id()));
        sessionId.ifPresent(
                session -> ties.add(Digest.of("session", project, session).id()));
        groupId.ifPresent(group -> ties.add(Digest.of("group", project, group).id()));
        ties.add(Digest.of("run", project, runId).id());
        return ties;
    }

    /** The key of the input. */
    String inputKey() {
        return Digest.of("input", inputId).id();
    }

    /** Every key it has. */
    public List<String> keys() {
        List<String> keys = ties();
        keys.add(inputKey());
        return keys;
    }

    /**
     * Who it speaks for, when people are counted, as 48 bits of a digest: the person, else the session, else the log's
     * group, else the run. Runs of one group that name nobody are one voice, since they are tied together anyway.
     */
    String holder() {
        return ties().get(0).substring(0, 12);
    }
}
