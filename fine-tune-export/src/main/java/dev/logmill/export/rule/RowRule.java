package dev.logmill.export.rule;

import java.util.Optional;

/** One thing that every row must keep, because a trainer would not say when it is broken. */
interface RowRule {
    /** What was measured where the row breaks the rule, never its text; nothing where it keeps it. */
    Optional<String> breach(Row row);
}
