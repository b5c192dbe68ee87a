package dev.logmill.curation.feedback;

import dev.logmill.curation.trace.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which signals stand: feedback may be edited, replaced and taken back, and its rows come in any order, on any night.
 *
 * <p>What a row says counts from when it was said, not from when it arrived, so that a withdrawal which overtakes its
 * signal on the way still takes it back. Of rows said at one time a withdrawal comes last, then what arrived later.
 */
public final class StandingSignals {
    /** A row without an event time was said at the latest on the night it arrived on, which begins at its arrival. */
    private static final Duration NIGHT = Duration.ofDays(1);

    private static final Comparator<Signal> LATEST_LAST = Comparator.comparing(StandingSignals::saidAt)
            .thenComparing(Signal::withdrawn)
            .thenComparing(Signal::arrivedAt)
            .thenComparing(Signal::signalId);

    private StandingSignals() {}

    /** One person's feedback, over all its rows. */
    private record Feedback(String project, String id) {}

    /**
     * The rows that stand, by signal id. Of one feedback's rows the last one stands, unless it takes the feedback back, or
     * any row of another feedback supersedes it: what was replaced does not return when its replacement is edited or
     * withdrawn.
     */
    public static List<Signal> of(Collection<Signal> signals) {
        Map<Feedback, Signal> latest = new HashMap<>();
        Set<Feedback> superseded = new HashSet<>();
        for (Signal signal : signals) {
            latest.merge(
                    new Feedback(signal.project(), signal.feedbackId()),
                    signal,
                    (a, b) -> LATEST_LAST.compare(a, b) >= 0 ? a : b);
            signal.supersedes()
                    .filter(id -> !id.equals(signal.feedbackId()))
                    .ifPresent(id -> superseded.add(new Feedback(signal.project(), id)));
        }
        List<Signal> standing = new ArrayList<>();
        latest.forEach((feedback, signal) -> {
            if (!signal.withdrawn() && !superseded.contains(feedback)) {
                standing.add(signal);
            }
        });
        standing.sort(Comparator.comparing(Signal::signalId));
        return standing;
    }

    private static Instant saidAt(Signal signal) {
        return signal.eventAt().orElseGet(() -> signal.arrivedAt().plus(NIGHT));
    }
}
