package dev.logmill.export.dataset;

import dev.logmill.curation.pair.Rejection;
import java.time.LocalDate;

/**
 * Why something is in no dataset.
 *
 * @param reason one of {@link SelectionReason}, or the id of a rule for rows
 * @param measured what was found, with the limit; never text of the log
 */
public record Refusal(String reason, String measured) {
    /** The row of table {@code rejections} that says so. */
    public Rejection rejection(String dataset, String subjectRow, String agent, LocalDate night, long batch) {
        return Rejection.ofPair("datasets/" + dataset, subjectRow, agent, reason, measured, night, batch);
    }
}
