package dev.logmill.export;

import dev.logmill.curation.table.Table;
import dev.logmill.export.release.Release;
import dev.logmill.export.release.ReleaseRow;
import java.util.List;

/** The tables that datasets are recorded in. */
public final class ExportTables {
    public static final Table<Release> RELEASES =
            new Table<>("releases", "one published dataset version", List.of("dataset", "version"), Release.class);
    public static final Table<ReleaseRow> RELEASE_ROWS = new Table<>(
            "release_rows",
            "one example of one version",
            List.of("dataset", "version", "example_id"),
            ReleaseRow.class);

    private ExportTables() {}
}
