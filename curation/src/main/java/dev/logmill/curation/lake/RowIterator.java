package dev.logmill.curation.lake;

import java.util.Iterator;

/** The rows of a file. It is closed after its last row; whoever stops earlier closes it. */
public interface RowIterator<V> extends Iterator<V>, AutoCloseable {
    @Override
    void close();
}
