package dev.logmill.jobs.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a job did.
 *
 * @param counts figures by name, for the summary
 * @param published versions it published, by product, for the summary
 * @param consumed for each job before it, the batch that it has now worked off
 * @param warnings what a person should look at, a sentence each; never text of the log
 * @param failures products that failed their checks and stayed as they were, a sentence each
 * @param effect whether the jobs after it have anything to do
 */
public record Done(
        Map<String, Long> counts,
        Map<String, String> published,
        Map<String, Long> consumed,
        List<String> warnings,
        List<String> failures,
        Effect effect) {
    public Done {
        counts = new TreeMap<>(counts);
        published = new TreeMap<>(published);
        consumed = new TreeMap<>(consumed);
        warnings = List.copyOf(warnings);
        failures = List.copyOf(failures);
    }

    /** Of a job that changed something, as most do that have work. */
    public Done(
            Map<String, Long> counts,
            Map<String, String> published,
            Map<String, Long> consumed,
            List<String> warnings,
            List<String> failures) {
        this(counts, published, consumed, warnings, failures, Effect.CHANGE);
    }

    /** What a job's work leaves for those after it. */
    public enum Effect {
        /** Rows that they must work off. */
        CHANGE,
        /** The rows that there were: what was new said nothing new. No count moves on, so that it leaves no trace later. */
        NONE
    }

    /** The same, without effect on the jobs after it. */
    public Done withoutEffect() {
        return new Done(counts, published, consumed, warnings, failures, Effect.NONE);
    }

    /** The same, with warnings before its own. */
    public Done warned(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(warnings);
        return new Done(counts, published, consumed, all, failures, effect);
    }

    public static Done of(Map<String, Long> counts, Map<String, Long> consumed) {
        return new Done(counts, Map.of(), consumed, List.of(), List.of());
    }
}
