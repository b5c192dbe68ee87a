package dev.logmill.jobs.line;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.night.Journal;
import dev.logmill.curation.night.LeftTables;
import dev.logmill.curation.night.OpenJob;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.config.LogmillConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Undoes what a process left half-way: in the tables, and on the shelves of what it published. A lake whose journal or
 * tables are not as jobs left them is refused, and nothing is written to it.
 */
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
        refuseALakeWithoutItsJournal();
        LeftTables.check(lake, journal);
        Optional<OpenJob> unfinished = journal.unfinished();
        if (unfinished.isPresent()) {
            journal.restore(unfinished.get(), tables);
            withdraw(unfinished.get());
            // Last: a process that stops before this begins the undoing anew.
            journal.forget(unfinished.get());
        }
        return unfinished;
    }

    /** Jobs write nothing without a journal. Without it a night would begin to count anew, over rows that are there. */
    private void refuseALakeWithoutItsJournal() {
        if (journal.exists()) {
            return;
        }
        Set<Table<?>> written =
                Line.jobs().stream().flatMap(job -> job.writes().stream()).collect(Collectors.toSet());
        List<String> filled = tables.stream()
                .filter(written::contains)
                .filter(table -> !lake.state(table).files().isEmpty())
                .map(Table::name)
                .toList();
        if (!filled.isEmpty()) {
            throw new LakeException(
                    "The lake %s has rows (%s) and no journal, _logmill/journal.json; bring it back from a copy, or begin with a new lake"
                            .formatted(lake.root(), String.join(", ", filled)));
        }
    }

    /** Takes back the versions that the job showed, and no other: not every version there is one of this lake's. */
    private void withdraw(OpenJob open) {
        Map<String, Set<String>> shown = new TreeMap<>();
        open.shows().forEach(version -> shown.computeIfAbsent(
                        version.product() + "/" + version.name(), none -> new TreeSet<>())
                .add(version.version()));
        for (String product : List.of("suites", "datasets")) {
            Shelves.all(config, product)
                    .forEach(shelf ->
                            shelf.takeBack(shown.getOrDefault(product + "/" + shelf.name(), Set.of()), open.asOf()));
        }
    }
}
