package dev.logmill.jobs.line;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.night.Journal;
import dev.logmill.curation.night.OpenJob;
import dev.logmill.curation.table.Table;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.SuiteVersion;
import dev.logmill.export.ExportTables;
import dev.logmill.export.release.Release;
import dev.logmill.jobs.config.LogmillConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Undoes what a process left half-way: in the tables, and on the shelves of what it published. */
public final class Recovery {
    private final LogmillConfig config;
    private final Lake lake;
    private final Journal journal;
    private final List<Table<?>> tables;

    /**
     * Of a lake that this process has locked.
     *
     * @param tables every table that any job may write
     */
    public Recovery(LogmillConfig config, Lake lake, List<Table<?>> tables) {
        this.config = config;
        this.lake = lake;
        this.journal = new Journal(lake);
        this.tables = List.copyOf(tables);
    }

    /** Undoes it; says what, where there was something. */
    public Optional<OpenJob> run() {
        Optional<OpenJob> unfinished = journal.unfinished();
        if (unfinished.isPresent()) {
            journal.restore(unfinished.get(), tables);
            withdraw(
                    "suites",
                    lake.rows(EvalTables.SUITES).stream()
                            .map(SuiteVersion::version)
                            .collect(Collectors.toSet()));
            withdraw(
                    "datasets",
                    lake.rows(ExportTables.RELEASES).stream()
                            .map(Release::version)
                            .collect(Collectors.toSet()));
            // Last: a process that stops before this begins the undoing anew.
            journal.forget();
        }
        return unfinished;
    }

    private void withdraw(String product, Set<String> keep) {
        Shelves.all(config, product).forEach(shelf -> shelf.withdrawUnlisted(keep));
    }
}
