package dev.logmill.curation.pair;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.table.RecordShape;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One time that a pair was produced: the edge from a pair to the run and span it came from. */
public record Provenance(
        @Doc("The pair") String pairId,
        @Doc("The pair's input") String inputId,

        @Doc("Digest of what the pair's answer says: its words, without white space and marks, and its calls")
        String wording,

        @Doc("What it pairs") PairUnit unit,
        @Doc("The agent") String agent,
        @Doc("The agent's version") String agentVersion,
        @Doc("The run") String runId,
        @Doc("The source in logmill.yaml") String source,
        @Doc("The producer's project or tenant") String project,
        @Doc("The trace") String traceId,

        @Doc("The llm span that answered; for a job pair the one that gave the final answer")
        String spanId,

        @Doc("The agent span that its run is under; absent where the whole trace is the run")
        Optional<String> rootSpanId,

        @Doc("Index of the step in its run, from 0") int step,
        @Doc("It is the run's last step, or the job itself") boolean terminal,

        @Doc("Its run gave no step pair: a job of one call, which is a step as well")
        boolean alone,

        @Doc("The conversation, as a keyed alias") Optional<String> sessionId,
        @Doc("The person, as a keyed pseudonym") Optional<String> subject,

        @Doc("Anchor of its leak group, when it was made; see splits.merged_into")
        String leakGroup,

        @Doc(
                "Anchor of the leak group of its input, when it was made; another than leak_group only where others sent the input too")
        String inputGroup,

        @Doc(
                "Anchors of the leak groups of the inputs that its conversation went through, where they are others than those two")
        List<String> historyGroups,

        @Doc("When it happened, UTC") Optional<Instant> happenedAt,

        @Doc("How the run's task came out, as logged: 0 to 1")
        Optional<Double> outcome,

        @Doc("A tool failed in its run at or after this step")
        boolean toolFailed,

        @Doc("The night that brought it") LocalDate night,
        @Doc("The curation that brought it") long batch,

        @Doc("The curation that first brought an edge of this trace, span and unit, whatever became of it since")
        long firstBatch) {
    public Provenance {
        historyGroups = List.copyOf(historyGroups);
    }

    /** The same edge, in the leak groups of its row. */
    public Provenance inGroups(LeakAnchors groups, Occurrence row) {
        RecordShape<Provenance> shape = RecordShape.of(Provenance.class);
        Provenance own = shape.with(this, "leak_group", groups.own(row));
        return shape.with(shape.with(own, "input_group", groups.input(row)), "history_groups", groups.history(row));
    }

    /** The same edge, as one that a curation first brought. */
    public Provenance firstOf(long curation) {
        return curation == firstBatch ? this : RecordShape.of(Provenance.class).with(this, "first_batch", curation);
    }
}
