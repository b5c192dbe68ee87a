package dev.logmill.curation.spark;

import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.table.Table;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of several files, one file open at a time. */
final class FileRows<V> implements Iterator<V> {
    private final Lake lake;
    private final Table<?> table;
    private final Class<V> view;
    private final Iterator<DataFile> files;
    private Iterator<V> rows = Collections.emptyIterator();

    FileRows(SparkLake.Place place, Table<?> table, Class<V> view, Iterator<DataFile> files) {
        this.lake = place.open();
        this.table = table;
        this.view = view;
        this.files = files;
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && files.hasNext()) {
            rows = lake.iterate(table, files.next(), view);
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
