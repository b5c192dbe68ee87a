package dev.logmill.jobs.command;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.table.Table;
import dev.logmill.eval.EvalTables;
import dev.logmill.export.ExportTables;
import java.util.List;

/** Every table of the lake. */
public final class AllTables {
    public static final List<Table<?>> LIST = List.of(
            CurationTables.LEDGER,
            CurationTables.SPANS,
            CurationTables.SIGNALS,
            CurationTables.QUARANTINE,
            CurationTables.VAULT,
            CurationTables.KEYS,
            CurationTables.TOMBSTONES,
            CurationTables.RUNS,
            CurationTables.AGENTS,
            CurationTables.PAIRS,
            CurationTables.PROVENANCE,
            CurationTables.FORMER_EDGES,
            CurationTables.REJECTIONS,
            CurationTables.LEAK_KEYS,
            CurationTables.SPLITS,
            CurationTables.LABELS,
            CurationTables.PREFERENCES,
            EvalTables.CASES,
            EvalTables.SUITES,
            EvalTables.DRAWS,
            EvalTables.TRIALS,
            EvalTables.VERDICTS,
            ExportTables.RELEASES,
            ExportTables.RELEASE_ROWS,
            CurationTables.WITHDRAWALS);

    private AllTables() {}
}
