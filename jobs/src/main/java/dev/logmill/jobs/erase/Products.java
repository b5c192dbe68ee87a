package dev.logmill.jobs.erase;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.erase.Tombstones;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.References;
import dev.logmill.jobs.line.Night;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;

/**
 * What was made of the rows that are erased.
 *
 * @param pairs that nobody else produced
 * @param inputs of these that no other pair has
 * @param corrected pairs that an erased correction speaks of, be they somebody else's
 * @param preferences made of these
 */
record Products(Set<String> pairs, Set<String> inputs, Set<String> corrected, Set<String> preferences)
        implements Serializable {
    /** One time that a pair was produced. */
    record Edge(String pairId, String inputId, String project, String traceId) {
        boolean isOf(Tombstones erased) {
            return erased.hasTrace(project, traceId);
        }
    }

    /** What a signal is about, and who gave it. */
    record Spoken(
            String project,
            SignalChannel channel,
            Optional<String> traceId,
            Optional<String> spanId,
            Optional<String> sessionId,
            Optional<String> subject) {
        boolean isOf(Tombstones erased) {
            return erased.cover(project, traceId, sessionId, subject);
        }

        /** What it says most closely of where it belongs. */
        Optional<String> place() {
            return traceId.map(id -> Tombstones.trace(project, id))
                    .or(() -> spanId.map(id -> span(project, id)))
                    .or(() -> sessionId.map(id -> Tombstones.session(project, id)));
        }
    }

    /** Where a pair was produced. */
    record Spot(String pairId, String project, String traceId, String spanId, Optional<String> sessionId) {
        boolean isIn(Set<String> places) {
            return places.contains(Tombstones.trace(project, traceId))
                    || places.contains(span(project, spanId))
                    || sessionId
                            .filter(id -> places.contains(Tombstones.session(project, id)))
                            .isPresent();
        }
    }

    private static String span(String project, String spanId) {
        return "span " + project + " " + spanId;
    }

    /** A preference by what it was made of. */
    record Made(String preferenceId, String origin, String rejectedPairId, Optional<String> chosenPairId) {
        boolean corrects(Set<String> pairs) {
            return origin.equals(References.CORRECTION) && pairs.contains(rejectedPairId);
        }
    }

    static Products of(Night night, Tombstones erased) {
        JavaRDD<Edge> edges = LakeRows.of(night, CurationTables.PROVENANCE, Edge.class);
        JavaRDD<Edge> own = edges.union(LakeRows.of(night, CurationTables.FORMER_EDGES, Edge.class))
                .filter(edge -> edge.isOf(erased));
        Set<String> pairs = LakeRows.set(own.map(Edge::pairId));
        Set<String> inputs = LakeRows.set(own.map(Edge::inputId));
        HashSet<String> made = new HashSet<>(pairs);
        HashSet<String> asked = new HashSet<>(inputs);
        JavaRDD<Edge> others = edges.filter(edge -> !edge.isOf(erased));
        pairs.removeAll(
                LakeRows.set(others.filter(edge -> made.contains(edge.pairId())).map(Edge::pairId)));
        inputs.removeAll(LakeRows.set(
                others.filter(edge -> asked.contains(edge.inputId())).map(Edge::inputId)));
        Set<String> corrected = corrected(night, erased);
        return new Products(pairs, inputs, corrected, preferences(night, pairs, corrected));
    }

    /** Pairs that erased corrections may be about: a better answer to them is in that person's words. */
    private static Set<String> corrected(Night night, Tombstones erased) {
        Set<String> places = LakeRows.set(LakeRows.of(night, CurationTables.SIGNALS, Spoken.class)
                .filter(signal -> signal.channel() == SignalChannel.CORRECTION && signal.isOf(erased))
                .flatMap(signal -> signal.place().stream().iterator()));
        return places.isEmpty()
                ? new HashSet<>()
                : LakeRows.set(LakeRows.of(night, CurationTables.PROVENANCE, Spot.class)
                        .filter(spot -> spot.isIn(places))
                        .map(Spot::pairId));
    }

    private static Set<String> preferences(Night night, Set<String> pairs, Set<String> corrected) {
        return LakeRows.set(LakeRows.of(night, CurationTables.PREFERENCES, Made.class)
                .filter(row -> pairs.contains(row.rejectedPairId())
                        || row.chosenPairId().filter(pairs::contains).isPresent()
                        || row.corrects(corrected))
                .map(Made::preferenceId));
    }

    /** Whether a case was made of what is erased, or its right answer was. */
    boolean made(Case one, Tombstones erased) {
        return pairs.contains(one.pairId())
                || erased.hasTrace(one.project(), one.traceId())
                || one.referencePairId().filter(pairs::contains).isPresent()
                || corrects(one);
    }

    private boolean corrects(Case one) {
        return one.referenceOrigin().filter(References.CORRECTION::equals).isPresent()
                && one.referencePairId().filter(corrected::contains).isPresent();
    }

    /** Whether an example was made of one of these: a pair, or a preference. */
    boolean made(String origin) {
        return pairs.contains(origin) || preferences.contains(origin);
    }
}
