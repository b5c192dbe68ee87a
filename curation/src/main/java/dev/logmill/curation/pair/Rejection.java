package dev.logmill.curation.pair;

import dev.logmill.curation.table.Doc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One decision not to use something readable: one row of table {@code rejections}. */
public record Rejection(
        @Doc("Where it was refused: assemble, curate, suites or datasets; the last two with the product's name")
        String stage,

        @Doc("What was refused: span id and a digest for assemble, run id and step for curate, pair id for the others")
        String subjectRow,

        @Doc("The producer's project, where a trace was refused; else empty")
        String project,

        @Doc("The trace that it is part of; empty for suites and datasets, whose pairs may have several")
        String traceId,

        @Doc("The llm span whose answer was refused") Optional<String> spanId,

        @Doc("The conversation of a refused answer, as a keyed alias")
        Optional<String> sessionId,

        @Doc("The refused answer ended its run") boolean terminal,
        @Doc("When the refused answer was asked for, UTC") Optional<Instant> happenedAt,

        @Doc("The agent") String agent,
        @Doc("The rule that refused it") String reason,

        @Doc("What the rule measured, with the limit it broke; never text of the log")
        String measured,

        @Doc("The night") LocalDate night,
        @Doc("The job run that refused it") long batch) {
    /** A refusal of a pair, by a suite or a dataset. */
    public static Rejection ofPair(
            String stage, String pairId, String agent, String reason, String measured, LocalDate night, long batch) {
        return new Rejection(
                stage,
                pairId,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                agent,
                reason,
                measured,
                night,
                batch);
    }
}
