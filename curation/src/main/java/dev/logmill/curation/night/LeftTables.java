package dev.logmill.curation.night;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.lake.LogFolder;
import java.util.Set;

/**
 * The tables as jobs left them. Jobs build on what earlier ones wrote: over rows that somebody else changed or lost they would
 * publish what no log says, and nobody would notice.
 */
public final class LeftTables {
    private static final String LOST =
            "Table %1$s is %2$s; the last job left it at version %3$d. Bring the lake %4$s back from a copy";

    private static final String CHANGED =
            "Table %1$s is %2$s; the last job left it at version %3$d, and its rows were changed since. Bring that version back"
                    + " (in Python: DeltaTable(\"%4$s/%1$s\").restore(%3$d)), or the lake from a copy; where the change is meant,"
                    + " give %1$s its new version under \"tables\" in %4$s/_logmill/journal.json";

    private LeftTables() {}

    /**
     * Throws where a table has other rows than those that a job left; what was only rearranged (compaction) is let
     * through. A table that the unfinished job may write is ahead of where it was left: it is about to be restored.
     */
    public static void check(Lake lake, Journal journal) {
        Set<String> underWay =
                journal.unfinished().map(open -> open.versions().keySet()).orElse(Set.of());
        journal.left().forEach((table, left) -> {
            LogFolder log = new LogFolder(lake, table);
            long found = log.version();
            String state = found < 0 ? "missing" : "at version " + found;
            if (found < left) {
                throw new LakeException(LOST.formatted(table, state, left, lake.root()));
            }
            if (found > left && !underWay.contains(table) && !log.sameRows(left, found)) {
                throw new LakeException(CHANGED.formatted(table, state, left, lake.root()));
            }
        });
    }
}
