package dev.logmill.curation.lake;

import dev.logmill.curation.table.Table;
import java.util.List;

/**
 * A table at one version: the files that hold its rows.
 *
 * @param version the Delta version
 * @param files sorted by path
 */
public record TableState<R>(Table<R> table, long version, List<DataFile> files) {
    public TableState {
        files = List.copyOf(files);
    }

    /** Rows in all files. */
    public long rows() {
        return files.stream().mapToLong(DataFile::rows).sum();
    }
}
