package dev.logmill.curation.lake;

import dev.logmill.curation.table.Table;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/** Deletes the files of tables that are no part of them any more, for good: no earlier version of the table opens after that. */
public final class Purge {
    private static final String DATA = ".parquet";

    private Purge() {}

    /**
     * Of a table that nobody else is writing to.
     *
     * @return how many files there were
     */
    public static int of(Lake lake, Table<?> table) {
        if (!lake.exists(table)) {
            return 0;
        }
        Set<String> live =
                lake.state(table).files().stream().map(DataFile::path).collect(Collectors.toSet());
        try {
            FileSystem files = lake.storage().fileSystem(lake.folder(table));
            int purged = 0;
            for (FileStatus entry : files.listStatus(lake.folder(table))) {
                String name = entry.getPath().getName();
                if (entry.isFile() && name.endsWith(DATA) && !live.contains(name)) {
                    purged += files.delete(entry.getPath(), false) ? 1 : 0;
                }
            }
            return purged;
        } catch (IOException broken) {
            throw new LakeException("Files of table %s could not be removed".formatted(table.name()), broken);
        }
    }
}
