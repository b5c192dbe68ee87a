package dev.logmill.jobs.line;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sources that have been configured otherwise since their objects were read: what could be read stays as it was, which whoever
 * mended a mapping does not expect. It is told until an object has been read in the new way.
 */
final class ReadOtherwise {
    private final Map<String, Long> otherwise = new TreeMap<>();
    private final Set<String> asNow = new TreeSet<>();

    /** Takes an object of a source, of which records were read in the way that holds now or in another one. */
    void add(String source, boolean now) {
        if (now) {
            asNow.add(source);
        } else {
            otherwise.merge(source, 1L, Long::sum);
        }
    }

    /** A sentence on a source, where it has objects that were read in another way, and none that was read in this. */
    List<String> told(String source) {
        long objects = asNow.contains(source) ? 0 : otherwise.getOrDefault(source, 0L);
        return objects == 0
                ? List.of()
                : List.of(
                        "source %s: dialect, mapping, project, scores or max-record-bytes changed since %d of its objects were read; what was read of them stays as it was, only what could not be read is read again. To read it all anew, name a new lake and run its nights again"
                                .formatted(source, objects));
    }
}
