package dev.logmill.curation.pair;

import dev.logmill.curation.json.DigestBits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one row can share with another: the person, the session, the run, the group that the log names, the input, and the
 * inputs that it goes on from.
 *
 * @param inputId digest of the input, as in {@link Pair}
 * @param history of each earlier turn of the conversation that the input holds, the digest of what was the input then
 */
public record Occurrence(
        String project,
        Optional<String> subject,
        Optional<String> sessionId,
        String runId,
        Optional<String> groupId,
        String inputId,
        List<String> history) {
    public Occurrence {
        history = List.copyOf(history);
    }

    /**
     * Keys that tie rows together whatever they hold. The first is the row's <em>voice</em>, which it speaks for when
     * people are counted: the person, else the session, else the log's group, else the run. Runs of one group that name
     * nobody are one voice, since they are tied together anyway.
     */
    List<DigestBits> ties() {
        List<DigestBits> ties = new ArrayList<>();
        subject.ifPresent(person -> ties.add(key("subject", project, person)));
        sessionId.ifPresent(session -> ties.add(key("session", project, session)));
        groupId.ifPresent(group -> ties.add(key("group", project, group)));
        ties.add(key("run", project, runId));
        return ties;
    }

    /** Whether nothing but its run tells whose it is. */
    boolean isNameless() {
        return subject.isEmpty() && sessionId.isEmpty() && groupId.isEmpty();
    }

    /** The keys of the inputs that it goes on from. */
    List<DigestBits> historyKeys() {
        return history.stream().map(id -> key("input", id)).toList();
    }

    /** The key of the input. */
    DigestBits inputKey() {
        return key("input", inputId);
    }

    private static DigestBits key(String kind, String... value) {
        return DigestBits.of(LeakKey.id(kind, value));
    }
}
