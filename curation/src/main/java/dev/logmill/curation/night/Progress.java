package dev.logmill.curation.night;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a job has come.
 *
 * @param asOf the latest night it finished
 * @param batch times it changed something; rows carry it, so that the next job finds what is new
 * @param consumed for each job before it, the batch that it has worked off
 * @param settings digest of the settings that it last worked with
 */
public record Progress(LocalDate asOf, long batch, Map<String, Long> consumed, String settings) {
    /** Of a job that never finished. */
    public static final Progress NONE = new Progress(LocalDate.MIN, 0, Map.of(), "");

    public Progress {
        consumed = new TreeMap<>(consumed);
    }

    /** The batch of another job that this one has worked off. */
    public long consumedOf(String job) {
        return consumed.getOrDefault(job, 0L);
    }
}
