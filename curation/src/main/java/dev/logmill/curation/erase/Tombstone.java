package dev.logmill.curation.erase;

import dev.logmill.curation.table.Doc;
import java.time.LocalDate;

/** Something that no log brings back: a person, or a trace or a session of one. One row of table {@code tombstones}. */
public record Tombstone(
        @Doc("Digest of its kind (subject, trace, session) and of what it goes by in the tables")
        String tombstone,

        @Doc("The night") LocalDate night,
        @Doc("The erasure; grows by one an erasure") long batch) {}
