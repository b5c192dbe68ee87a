package dev.logmill.curation.feedback;

import dev.logmill.curation.trace.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which signals stand: feedback may be edited, replaced and taken back, and its rows come in any order. */
public final class StandingSignals {
    private static final Comparator<Signal> LATEST_LAST = Comparator.comparing(Signal::arrivedAt)
            .thenComparing(signal -> signal.eventAt().orElse(Instant.MIN))
            .thenComparing(Signal::signalId);

    private StandingSignals() {}

    /**
     * The rows that stand, by signal id. Of one feedback's rows the last to arrive stands (then the latest event, then the
     * greater id), unless it takes the feedback back or another feedback that stands supersedes it.
     */
    public static List<Signal> of(Collection<Signal> signals) {
        Map<String, Signal> latest = new TreeMap<>();
        for (Signal signal : signals) {
            latest.merge(
                    signal.project() + "|" + signal.feedbackId(),
                    signal,
                    (a, b) -> LATEST_LAST.compare(a, b) >= 0 ? a : b);
        }
        Set<String> superseded = new HashSet<>();
        latest.values()
                .forEach(signal -> signal.supersedes().ifPresent(id -> superseded.add(signal.project() + "|" + id)));
        List<Signal> standing = new ArrayList<>();
        latest.forEach((feedback, signal) -> {
            if (!signal.withdrawn() && !superseded.contains(feedback)) {
                standing.add(signal);
            }
        });
        standing.sort(Comparator.comparing(Signal::signalId));
        return standing;
    }
}
