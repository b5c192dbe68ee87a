package dev.logmill.curation.pair;

import dev.logmill.curation.table.Doc;
import java.time.LocalDate;

/** One decision not to use something readable: one row of table {@code rejections}. */
public record Rejection(
        @Doc("Where it was refused: curate, suites or datasets; the last two with the product's name")
        String stage,

        @Doc("What was refused: run id and step for curate, pair id for the others")
        String subjectRow,

        @Doc("The agent") String agent,
        @Doc("The rule that refused it") String reason,

        @Doc("What the rule measured, with the limit it broke; never text of the log")
        String measured,

        @Doc("The night") LocalDate night,
        @Doc("The job run that refused it") long batch) {}
