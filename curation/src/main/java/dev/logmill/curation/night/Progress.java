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
 */
public record Progress(LocalDate asOf, long batch, Map<String, Long> consumed) {
    public Progress {
        consumed = new TreeMap<>(consumed);
    }

    /** The batch of another job that this one has worked off. */
    public long consumedOf(String job) {
        return consumed.getOrDefault(job, 0L);
    }
}
