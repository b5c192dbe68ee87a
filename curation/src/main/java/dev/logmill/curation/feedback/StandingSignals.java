package dev.logmill.curation.feedback;

import dev.logmill.curation.trace.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which signals stand: feedback may be edited, replaced and taken back, and its rows come in any order, on any night.
 *
 * <p>What a row says counts from when its record was written, else from when it was said, not from when it arrived, so
 * that a withdrawal which overtakes its signal on the way still takes it back. Of rows said at one time a withdrawal comes
 * last, then what arrived later. Rows without a time that one night brought are in the order of their objects' dates.
 */
public final class StandingSignals {
    /** A row without an event time was said at the latest on the night it arrived on, which begins at its arrival. */
    private static final Duration NIGHT = Duration.ofDays(1);

    private static final Comparator<Signal> LATEST_LAST = Comparator.comparing(StandingSignals::saidAt)
            .thenComparing(Signal::day)
            .thenComparing(Signal::withdrawn)
            .thenComparing(Signal::arrivedAt)
            .thenComparing(Signal::revision)
            .thenComparing(Signal::signalId);

    private StandingSignals() {}

    /** One piece of feedback, over all its revisions: ids are a source's own. */
    public record Feedback(String project, String source, String id) {
        /** The one that a row is of. */
        public static Feedback of(Signal signal) {
            return new Feedback(signal.project(), signal.source(), signal.feedbackId());
        }

        /** The one that a row replaces. */
        public static Optional<Feedback> supersededBy(Signal signal) {
            return signal.supersedes()
                    .filter(id -> !id.equals(signal.feedbackId()))
                    .map(id -> new Feedback(signal.project(), signal.source(), id));
        }
    }

    /**
     * The rows that stand, by signal id. Of one feedback the last revision stands, with all its rows that take nothing
     * back, unless any row of another feedback supersedes it: what was replaced does not return when its replacement
     * is edited or withdrawn.
     */
    public static List<Signal> of(Collection<Signal> signals) {
        Map<Feedback, Signal> latest = new HashMap<>();
        Set<Feedback> superseded = new HashSet<>();
        for (Signal signal : signals) {
            latest.merge(Feedback.of(signal), signal, (a, b) -> LATEST_LAST.compare(a, b) >= 0 ? a : b);
            Feedback.supersededBy(signal).ifPresent(superseded::add);
        }
        Map<String, Signal> standing = new TreeMap<>();
        for (Signal signal : signals) {
            Feedback feedback = Feedback.of(signal);
            Signal last = Objects.requireNonNull(latest.get(feedback));
            boolean ofLast = signal.revision().equals(last.revision())
                    && signal.eventAt().equals(last.eventAt())
                    && signal.versionAt().equals(last.versionAt());
            if (ofLast && !signal.withdrawn() && !superseded.contains(feedback)) {
                standing.put(signal.signalId(), signal);
            }
        }
        return List.copyOf(standing.values());
    }

    private static Instant saidAt(Signal signal) {
        return signal.versionAt().or(signal::eventAt).orElseGet(() -> signal.arrivedAt()
                .plus(NIGHT));
    }
}
