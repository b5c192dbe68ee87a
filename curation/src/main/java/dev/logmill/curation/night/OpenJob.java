package dev.logmill.curation.night;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * A job under way.
 *
 * @param job its name
 * @param asOf its night
 * @param versions the tables it may write, with the version that each had when it began
 */
public record OpenJob(String job, LocalDate asOf, Map<String, Long> versions) {
    public OpenJob {
        versions = new TreeMap<>(versions);
    }
}
