package dev.logmill.export.release;

import dev.logmill.curation.table.Doc;
import java.time.LocalDate;
import java.util.Optional;

/** One published version of a dataset: one row of table {@code releases}. */
public record Release(
        @Doc("The dataset") String dataset,
        @Doc("Night and manifest digest") String version,
        @Doc("SHA-256 of the manifest, hex") String manifest,
        @Doc("The night") LocalDate night,
        @Doc("Examples to train on") long train,
        @Doc("Examples to validate with") long validation,
        @Doc("Examples to test with") long test,

        @Doc("Examples of this version or the one before whose label crossed one half in between")
        long flips,

        @Doc("The version before") Optional<String> parent,
        @Doc("The datasets job that published it") long batch) {}
