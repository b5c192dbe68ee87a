package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.RawObject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Tells which of a source's objects may be read, where the logging system says so by other objects: a marker that it writes
 * last, a list of what belongs together. All other objects may be read as soon as they are there.
 */
public interface Completeness {
    /** Whether others tell of an object of this name, or it of others. */
    boolean concerns(String name);

    /** What may not be read yet, or never, and what a person should know of it. */
    Verdict judge(Listed listed) throws IOException;

    /**
     * The objects that it concerns, of a source as they lie there on a night.
     *
     * @param objects by name, below the fixed part of the source's pattern
     * @param unread names of those that no night has read as they are now
     * @param fits whether the source takes an object of a name, were it there
     */
    record Listed(
            SortedMap<String, RawObject> objects,
            Set<String> unread,
            Predicate<String> fits,
            LocalDate night,
            Contents contents) {}

    /** Reads a small object whole. */
    interface Contents {
        byte[] of(RawObject object) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param waiting names of those that a later night will read
     * @param leftOut names of those that say what others say too, and are never read
     * @param told a sentence for each thing that waits or is missing; without names of objects, which may be names of people
     */
    record Verdict(Set<String> waiting, Set<String> leftOut, List<String> told) {
        /** All may be read, and nothing is missing. */
        public static final Verdict FINE = new Verdict(Set.of(), Set.of(), List.of());

        public Verdict {
            waiting = Set.copyOf(waiting);
            leftOut = Set.copyOf(leftOut);
            told = List.copyOf(told);
        }

        public boolean letsRead(String name) {
            return !waiting.contains(name) && !leftOut.contains(name);
        }
    }
}
