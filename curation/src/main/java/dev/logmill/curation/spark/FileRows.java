package dev.logmill.curation.spark;

import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.RowIterator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The rows of several files, one file open at a time. Whoever does not read to the end closes it. */
final class FileRows<V> implements Iterator<V>, AutoCloseable {
    private final Iterator<DataFile> files;
    private final Function<DataFile, RowIterator<V>> open;
    private RowIterator<V> rows = RowIterator.none();

    FileRows(Iterator<DataFile> files, Function<DataFile, RowIterator<V>> open) {
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

    @Override
    public void close() {
        rows.close();
    }
}
