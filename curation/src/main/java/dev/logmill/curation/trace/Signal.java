package dev.logmill.curation.trace;

import dev.logmill.curation.table.Doc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One piece of feedback: one row of table {@code signals}.
 *
 * <p>What one record says under one {@code feedbackId} at one time is a {@code revision}: its rows, a thumb and a
 * correction say, stand and fall together. An edit or a withdrawal is a revision of its own. Of all revisions of a source's
 * {@code feedbackId} the one that was said last stands, whenever it arrived; a feedback that another one
 * {@code supersedes} does not stand.
 */
public record Signal(
        @Doc("Digest of what it says and of what; the same signal read twice has the same id")
        String signalId,

        @Doc("Stays the same when the feedback is edited or withdrawn")
        String feedbackId,

        @Doc("The feedback id that this one replaces, where the log names it")
        Optional<String> supersedes,

        @Doc("Digest of all that one record says under the feedback id at one time")
        String revision,

        @Doc("The source in logmill.yaml that it came from") String source,

        @Doc("The producer's project or tenant; empty where the log knows none")
        String project,

        @Doc("The way it came") SignalChannel channel,
        @Doc("The trace that it is about") Optional<String> traceId,

        @Doc("The span that it is about; absent where it is about the whole trace or session")
        Optional<String> spanId,

        @Doc("The session that it is about, as a keyed alias")
        Optional<String> sessionId,

        @Doc("0 bad to 1 good; absent on a withdrawal and where the channel only has text")
        Optional<Double> value,

        @Doc("A correction's text, or a comment; redacted") Optional<String> text,
        @Doc("Who gave it, as a keyed pseudonym") Optional<String> subject,
        @Doc("It takes back the feedback of its id") boolean withdrawn,
        @Doc("When it was given, UTC") Optional<Instant> eventAt,

        @Doc(
                "When the producer wrote the record that says it, UTC, where the log tells; of two forms of one feedback the later one stands")
        Optional<Instant> versionAt,

        @Doc("When Logmill learnt of it: the night's as-of, start of day UTC")
        Instant arrivedAt,

        @Doc(
                "Keyed digest of the raw record that it was read from: the same record has the same one in the whole deployment")
        String recordDigest,

        @Doc("Day of the event, UTC, or of the arrival") LocalDate day,

        @Doc("The ingest that brought it; grows by one an ingest")
        long batch) {
    /** A signal under construction, under the id that its log gives it or one that is made. */
    public static SignalBuilder of(String source, String feedbackId, SignalChannel channel) {
        return new SignalBuilder(source, feedbackId, channel);
    }

    /** This signal, to be changed. */
    public SignalBuilder toBuilder() {
        return new SignalBuilder(this);
    }

    /** This signal, in a project if it names none. */
    public Signal inProject(String otherwise) {
        return project.isEmpty() ? toBuilder().project(otherwise).build() : this;
    }

    /** This signal, of whose span it is now known which trace it is in. */
    public Signal inTrace(String ofSpan) {
        return toBuilder().traceId(Optional.of(ofSpan)).build();
    }

    /** This signal under an id, as part of a revision. */
    public Signal identified(String id, String ofRevision) {
        return toBuilder().identity(id, ofRevision).build();
    }

    /** This signal as it came in with a record, on a night. */
    public Signal recorded(String digest, Instant arrival, LocalDate onDay, long inBatch) {
        return toBuilder().recorded(digest, arrival, onDay, inBatch).build();
    }
}
