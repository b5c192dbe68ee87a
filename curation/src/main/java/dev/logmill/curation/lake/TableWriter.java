package dev.logmill.curation.lake;

import java.io.IOException;
import java.util.List;

/** Writes rows into a new file of a table, which only a commit makes part of it. */
public interface TableWriter<R> extends AutoCloseable {
    void add(R row) throws IOException;

    /** Ends the file; no file where no row was added. */
    List<DataFile> finish() throws IOException;

    /** Gives back what it holds, and removes the file where it was not ended. */
    @Override
    void close() throws IOException;
}
