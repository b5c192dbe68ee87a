package dev.logmill.curation.night;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A job under way.
 *
 * @param job its name
 * @param asOf its night
 * @param versions the tables it may write, with the version that each had when it began
 * @param shows the versions that it has shown to readers, or was about to
 */
public record OpenJob(String job, LocalDate asOf, Map<String, Long> versions, Set<ShownVersion> shows) {
    public OpenJob {
        versions = new TreeMap<>(versions);
        shows = new TreeSet<>(shows);
    }

    OpenJob showing(ShownVersion version) {
        SortedSet<ShownVersion> more = new TreeSet<>(shows);
        more.add(version);
        return new OpenJob(job, asOf, versions, more);
    }
}
