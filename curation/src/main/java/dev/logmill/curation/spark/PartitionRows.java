package dev.logmill.curation.spark;

import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a partition as a stream: they come by once, in order. */
public final class PartitionRows {
    private PartitionRows() {}

    public static <T> Stream<T> stream(Iterator<T> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false);
    }
}
