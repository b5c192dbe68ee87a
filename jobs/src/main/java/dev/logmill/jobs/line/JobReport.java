package dev.logmill.jobs.line;

import java.time.LocalDate;

/**
 * How one job of a night went.
 *
 * @param state what became of it
 * @param reason why, in words, where it did nothing
 * @param millis wall time
 */
public record JobReport(String job, LocalDate asOf, State state, String reason, Done done, long millis) {
    /** What became of a job. */
    public enum State {
        DONE,
        NOTHING_NEW,
        EARLIER_NIGHT
    }
}
