package dev.logmill.curation.pair;

import dev.logmill.curation.table.Doc;
import java.time.LocalDate;
import java.util.Optional;

/** The sticky side of one leak group: one row of table {@code splits}. */
public record Split(
        @Doc("The smallest leak key the group had when it was made; never changes")
        String anchor,

        @Doc("Its side; changes only when a merge or a suite pulls it to a stronger one")
        Side side,

        @Doc("The group that it became part of") Optional<String> mergedInto,

        @Doc("Why the side is what it is: drawn, merged, suite")
        String cause,

        @Doc("The night that made it") LocalDate firstNight,
        @Doc("The night of its last change") LocalDate changedNight,
        @Doc("The job run that last changed it") long batch) {}
