package dev.logmill.curation.spark;

import dev.logmill.curation.lake.DataFile;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The rows of several files, one file open at a time. */
final class FileRows<V> implements Iterator<V> {
    private final Iterator<DataFile> files;
    private final Function<DataFile, Iterator<V>> open;
    private Iterator<V> rows = Collections.emptyIterator();

    FileRows(Iterator<DataFile> files, Function<DataFile, Iterator<V>> open) {
        this.files = files;
        this.open = open;
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && files.hasNext()) {
            rows = open.apply(files.next());
        }
        return rows.hasNext();
    }

    @Override
    public V next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.next();
    }
}
