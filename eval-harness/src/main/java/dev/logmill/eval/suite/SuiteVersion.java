package dev.logmill.eval.suite;

import dev.logmill.curation.table.Doc;
import java.time.LocalDate;
import java.util.Optional;

/** One published version of a suite: one row of table suites. */
public record SuiteVersion(
        @Doc("The suite") String suite,
        @Doc("Night and manifest digest") String version,
        @Doc("SHA-256 of the manifest, hex") String manifest,
        @Doc("The agent that it tests") String agent,
        @Doc("The night") LocalDate night,
        @Doc("Cases in it") int cases,
        @Doc("Cases that have a reference") int graded,
        @Doc("Cases that the version before did not have") int added,
        @Doc("Cases that only the version before had") int retired,

        @Doc("Cases that differ from what the version before had")
        int changed,

        @Doc("The version before") Optional<String> parent,
        @Doc("The suites job that published it") long batch) {}
