package dev.logmill.curation.ingest.object;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * One object of a source, not yet read.
 *
 * @param path its full path
 * @param name its path below the fixed part of the source's pattern: what tells it from the source's other objects
 * @param etag changes when its content does
 * @param bytes its size as stored
 * @param date the day its path tells
 */
public record RawObject(String source, String path, String name, String etag, long bytes, Optional<LocalDate> date)
        implements Serializable {
    /** By source, then name: the order in which duplicates are decided. */
    public static final Comparator<RawObject> ORDER =
            Comparator.comparing(RawObject::source).thenComparing(RawObject::name);
}
