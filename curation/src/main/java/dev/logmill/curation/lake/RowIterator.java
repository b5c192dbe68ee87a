package dev.logmill.curation.lake;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a file. It is closed after its last row; whoever stops earlier closes it. */
public interface RowIterator<V> extends Iterator<V>, AutoCloseable {
    @Override
    void close();

    /** No rows. */
    static <V> RowIterator<V> none() {
        return new RowIterator<>() {
            @Override
            public boolean hasNext() {
                return false;
            }

            @Override
            public V next() {
                throw new NoSuchElementException();
            }

            @Override
            public void close() {}
        };
    }
}
