package dev.logmill.curation.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** Rows that come sorted by key, as one list a key; only the rows of one key are in memory. */
public final class Groups<T> implements Iterator<Groups.Group<T>> {
    private final Iterator<Tuple2<String, T>> sorted;
    private @Nullable Tuple2<String, T> next;

    public Groups(Iterator<Tuple2<String, T>> sorted) {
        this.sorted = sorted;
        this.next = sorted.hasNext() ? sorted.next() : null;
    }

    /** The rows of one key. */
    public record Group<T>(String key, List<T> rows) {}

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Group<T> next() {
        Tuple2<String, T> first = next;
        if (first == null) {
            throw new NoSuchElementException();
        }
        List<T> rows = new ArrayList<>();
        while (next != null && next._1().equals(first._1())) {
            rows.add(next._2());
            next = sorted.hasNext() ? sorted.next() : null;
        }
        return new Group<>(first._1(), rows);
    }
}
