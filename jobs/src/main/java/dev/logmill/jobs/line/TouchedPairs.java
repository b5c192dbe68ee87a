package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.BetterAnswer;
import dev.logmill.curation.feedback.ChannelMeaning;
import dev.logmill.curation.feedback.StandingSignals.Feedback;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.trace.SignalChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;

/**
 * Finds the pairs whose labels or preferences may be others than they were, by what came since the last scoring:
 *
 * <ul>
 *   <li>pairs that were produced again, or that a trace no longer produces,
 *   <li>pairs of traces, sessions and spans that new signals speak of, or that the feedback spoke of which these edit,
 *       replace or take back,
 *   <li>pairs of sessions that went on and that a signal speaks of as a whole, since such a signal is about one run of it,
 *   <li>all pairs, where the settings of labels are others than they were,
 *   <li>pairs that were asked for again in a session which now has another answer to their input.
 * </ul>
 */
final class TouchedPairs {
    private TouchedPairs() {}

    /** Where a pair was produced. */
    record Edge(String pairId, String inputId, String project, String traceId, Optional<String> sessionId, long batch) {
        boolean isIn(HashSet64 places) {
            return Place.of(project, traceId, sessionId).stream()
                    .anyMatch(place -> places.mayHold(HashSet64.hash(place)));
        }

        Optional<String> place() {
            return sessionId.map(session -> Place.session(project, session));
        }

        /** What regenerations of it have in common. */
        Optional<String> asked() {
            return place().map(session -> "asked|" + inputId + "|" + session);
        }

        String pair() {
            return "pair|" + pairId;
        }
    }

    /** Where a pair was produced, by all that a signal may know of it. */
    record Spot(
            String pairId,
            String project,
            String traceId,
            String spanId,
            Optional<String> rootSpanId,
            Optional<String> sessionId) {
        boolean isIn(HashSet64 places) {
            return Place.of(project, traceId, spanId, rootSpanId, sessionId).stream()
                    .anyMatch(place -> places.mayHold(HashSet64.hash(place)));
        }

        String pair() {
            return "pair|" + pairId;
        }
    }

    /** What a signal speaks of. */
    record Said(
            String source,
            String project,
            String feedbackId,
            Optional<String> supersedes,
            SignalChannel channel,
            Optional<String> traceId,
            Optional<String> spanId,
            Optional<String> sessionId,
            long batch) {
        boolean knowsOnlyItsSpan() {
            return traceId.isEmpty() && sessionId.isEmpty() && spanId.isPresent();
        }

        /** The same, of a span of a trace. */
        Said at(String trace, String span) {
            return new Said(
                    source,
                    project,
                    feedbackId,
                    supersedes,
                    channel,
                    Optional.of(trace),
                    Optional.of(span),
                    sessionId,
                    batch);
        }

        Optional<Long> place() {
            return Place.of(project, traceId, spanId, sessionId).map(HashSet64::hash);
        }

        long feedback() {
            return FeedbackKey.hash(new Feedback(project, source, feedbackId));
        }

        /** The feedback that it is a revision of, and the one that it replaces. */
        List<Long> concerned() {
            List<Long> concerned = new ArrayList<>(List.of(feedback()));
            supersedes.ifPresent(id -> concerned.add(FeedbackKey.hash(new Feedback(project, source, id))));
            return concerned;
        }

        boolean concerns(HashSet64 feedback) {
            return concerned().stream().anyMatch(feedback::mayHold);
        }

        boolean isIn(HashSet64 places) {
            return place().filter(places::mayHold).isPresent();
        }

        boolean prefersLaterAnswer() {
            return ChannelMeaning.of(channel).better().equals(Optional.of(BetterAnswer.ANSWERED_LATER));
        }
    }

    /** First bits of the pairs' ids. */
    static HashSet64 of(Night night, RecordSpans records) {
        HashSet64 changed = hashes(changed(night, CurationTables.PROVENANCE)
                .union(changed(night, CurationTables.FORMER_EDGES))
                .flatMap(edge -> keys(edge).iterator()));
        HashSet64 spokenOf = spokenOf(night, records, changed, askedAgain(night, changed));
        boolean all = ScoreJob.changed(night);
        return new HashSet64(night.tables()
                .read(
                        CurationTables.PROVENANCE,
                        night.state(CurationTables.PROVENANCE).files(),
                        Spot.class)
                .filter(edge -> all || changed.mayHold(HashSet64.hash(edge.pair())) || edge.isIn(spokenOf))
                .map(edge -> ScoreJob.bits(edge.pairId()))
                .distinct()
                .collect());
    }

    private static JavaRDD<Edge> changed(Night night, Table<?> table) {
        long done = night.before().consumedOf(CurateJob.NAME);
        List<DataFile> fresh = night.state(table).files().stream()
                .filter(file -> file.mayHold("batch", done + 1, Long.MAX_VALUE))
                .toList();
        return night.tables().read(table, fresh, Edge.class).filter(edge -> edge.batch() > done);
    }

    private static List<String> keys(Edge edge) {
        List<String> keys = new ArrayList<>(List.of(edge.pair()));
        edge.place().ifPresent(keys::add);
        edge.asked().ifPresent(keys::add);
        return keys;
    }

    /** Traces of earlier nights with an answer that tonight's have the session and the input of. */
    private static HashSet64 askedAgain(Night night, HashSet64 changed) {
        long done = night.before().consumedOf(CurateJob.NAME);
        List<DataFile> earlier = night.state(CurationTables.PROVENANCE).files().stream()
                .filter(file -> file.mayHold("batch", 0, done))
                .toList();
        return hashes(night.tables()
                .read(CurationTables.PROVENANCE, earlier, Edge.class)
                .filter(edge -> edge.batch() <= done
                        && edge.asked()
                                .filter(asked -> changed.mayHold(HashSet64.hash(asked)))
                                .isPresent())
                .map(edge -> Place.trace(edge.project(), edge.traceId())));
    }

    private static HashSet64 spokenOf(Night night, RecordSpans records, HashSet64 changed, HashSet64 askedAgain) {
        long done = night.before().consumedOf(IngestJob.NAME);
        SparkLake tables = night.tables();
        List<DataFile> signals = night.state(CurationTables.SIGNALS).files();
        List<DataFile> fresh = signals.stream()
                .filter(file -> file.mayHold("batch", done + 1, Long.MAX_VALUE))
                .toList();
        HashSet64 spokenAnew = new HashSet64(tables.read(CurationTables.SIGNALS, fresh, Said.class)
                .filter(said -> said.batch() > done)
                .flatMap(said -> said.concerned().iterator())
                .distinct()
                .collect());
        return new HashSet64(tables.read(CurationTables.SIGNALS, signals, Said.class)
                .map(records::on)
                .filter(said -> spokenAnew.mayHold(said.feedback())
                        || (said.traceId().isEmpty() && said.isIn(changed))
                        || (said.prefersLaterAnswer() && said.isIn(askedAgain)))
                .flatMap(said -> said.place().stream().iterator())
                .distinct()
                .collect());
    }

    private static HashSet64 hashes(JavaRDD<String> texts) {
        return new HashSet64(texts.map(HashSet64::hash).distinct().collect());
    }
}
