package dev.logmill.jobs.erase;

import dev.logmill.curation.lake.Purge;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.line.Done;
import dev.logmill.jobs.line.Job;
import dev.logmill.jobs.line.Night;
import dev.logmill.jobs.line.Shelves;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes the files that are no part of their table any more, since earlier versions of tables hold what was taken out of them,
 * and the drafts that failed their checks. After it no table opens as of an earlier version.
 */
public final class PurgeJob implements Job {
    public static final String NAME = "purge";

    private final List<Table<?>> tables;

    /**
     * @param tables every table of the lake
     */
    public PurgeJob(List<Table<?>> tables) {
        this.tables = List.copyOf(tables);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table<?>> writes() {
        return List.of();
    }

    @Override
    public Optional<Work> prepare(Night night) {
        return Optional.of(() -> {
            Shelves.dropQuarantined(night.config());
            long files = tables.stream()
                    .mapToLong(table -> Purge.of(night.lake(), table))
                    .sum();
            return Done.of(Map.of("files", files), Map.of()).withoutEffect();
        });
    }
}
