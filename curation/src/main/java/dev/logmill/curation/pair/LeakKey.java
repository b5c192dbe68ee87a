package dev.logmill.curation.pair;

import dev.logmill.curation.table.Doc;
import java.time.LocalDate;
import java.util.List;

/** One thing that rows may share and that must not be split over train and test: one row of table {@code leak_keys}. */
public record LeakKey(
        @Doc("Digest of its kind (subject, session, run, group, input) and value")
        String leakKey,

        @Doc("Anchor of the leak group it belongs to; see splits.merged_into")
        String anchor,

        @Doc(
                "On an input: who was seen with it, as digests, sorted, and then the runs that name nobody, after an r; of each at most one more than makes a hub")
        List<String> holders,

        @Doc("The night that first saw it") LocalDate firstNight,
        @Doc("The curation that last changed it") long batch) {}
