package dev.logmill.curation.publish;

import dev.logmill.curation.table.Doc;
import java.time.LocalDate;

/** One published version that nobody should use any more: one row of table {@code withdrawals}. */
public record Withdrawal(
        @Doc("datasets or suites") String product,
        @Doc("The dataset or suite") String name,
        @Doc("The version") String version,
        @Doc("Why: erasure") String reason,
        @Doc("The night") LocalDate night,
        @Doc("The erasure that asked for it") long batch) {
    /** A person was erased of whom it holds something. */
    public static final String ERASURE = "erasure";
}
