package dev.logmill.curation.trace;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.table.RecordShape;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One piece of feedback: one row of table {@code signals}.
 *
 * <p>An edit or a withdrawal is a row of its own. Of all rows with one {@code feedbackId} the one that was said last
 * stands, whenever it arrived; a feedback that another one {@code supersedes} does not stand.
 */
public record Signal(
        @Doc("Digest of what it says and of what; the same signal read twice has the same id")
        String signalId,

        @Doc("Stays the same when the feedback is edited or withdrawn")
        String feedbackId,

        @Doc("The feedback id that this one replaces, where the log names it")
        Optional<String> supersedes,

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

        @Doc("When Logmill learnt of it: the night's as-of, start of day UTC")
        Instant arrivedAt,

        @Doc(
                "Keyed digest of the raw record that it was read from: the same record has the same one in the whole deployment")
        String recordDigest,

        @Doc("Day of the event, UTC, or of the arrival") LocalDate day,

        @Doc("The ingest that brought it; grows by one an ingest")
        long batch) {
    /** This signal, in a project if it names none. */
    public Signal inProject(String otherwise) {
        return project.isEmpty() ? RecordShape.of(Signal.class).with(this, "project", otherwise) : this;
    }

    /** This signal under an id. */
    public Signal identified(String id) {
        return new Signal(
                id,
                feedbackId,
                supersedes,
                source,
                project,
                channel,
                traceId,
                spanId,
                sessionId,
                value,
                text,
                subject,
                withdrawn,
                eventAt,
                arrivedAt,
                recordDigest,
                day,
                batch);
    }

    /** This signal as it came in with a record, on a night. */
    public Signal recorded(String recordDigest, Instant arrivedAt, LocalDate day, long batch) {
        return new Signal(
                signalId,
                feedbackId,
                supersedes,
                source,
                project,
                channel,
                traceId,
                spanId,
                sessionId,
                value,
                text,
                subject,
                withdrawn,
                eventAt,
                arrivedAt,
                recordDigest,
                day,
                batch);
    }
}
