package dev.logmill.curation.feedback;

import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which pairs a signal speaks about, and how loud.
 *
 * <p>A signal about a span is about the pairs of that span. One about a trace, or about a span that made no pair, is about
 * how the trace ended; how a task came out (channel {@code outcome}) is also, and more softly, about the steps that led
 * there. One about a session is about its last run.
 */
public final class Credit implements Serializable {
    private final LabelConfig config;

    public Credit(LabelConfig config) {
        this.config = config;
    }

    /** Evidence about one pair. */
    public record Credited(String pairId, Evidence evidence) {}

    /** The evidence of one trace: its edges, and the signals that stand about it. */
    public List<Credited> ofTrace(Collection<Provenance> edges, Collection<Signal> standing) {
        List<Credited> credited = new ArrayList<>();
        Set<Provenance> outcomeTold = new HashSet<>();
        for (Signal signal : standing) {
            List<Provenance> named = edges.stream()
                    .filter(edge ->
                            signal.spanId().filter(edge.spanId()::equals).isPresent())
                    .toList();
            for (Provenance edge : named.isEmpty() ? edges : named) {
                double share = named.isEmpty() && !edge.terminal() ? shareOfEarlier(signal.channel()) : 1;
                credit(edge, signal, share).ifPresent(credited::add);
                if (signal.channel() == SignalChannel.OUTCOME && good(signal).isPresent()) {
                    outcomeTold.add(edge);
                }
            }
        }
        for (Provenance edge : edges) {
            if (edge.toolFailed()) {
                own(edge, SignalChannel.TOOL_ERROR, 0, 1).ifPresent(credited::add);
            }
            // A signal about the outcome knows better than the run's own log.
            Optional<Double> logged = outcomeTold.contains(edge) ? Optional.empty() : share(edge.outcome());
            logged.flatMap(good -> own(edge, SignalChannel.OUTCOME, good, edge.terminal() ? 1 : config.credit()))
                    .ifPresent(credited::add);
        }
        return credited;
    }

    /** The evidence of signals about a whole session: for the run that ended it. */
    public List<Credited> ofSession(Collection<Provenance> edges, Collection<Signal> standing) {
        Optional<Provenance> last = edges.stream()
                .filter(Provenance::terminal)
                .max(Comparator.comparing((Provenance edge) -> edge.happenedAt().orElse(Instant.MIN))
                        .thenComparing(Provenance::runId)
                        .thenComparing(Provenance::pairId));
        return last.stream()
                .flatMap(edge -> standing.stream().flatMap(signal -> credit(edge, signal, 1).stream()))
                .toList();
    }

    private double shareOfEarlier(SignalChannel channel) {
        return channel == SignalChannel.OUTCOME ? config.credit() : 0;
    }

    private Optional<Credited> credit(Provenance edge, Signal signal, double share) {
        double weight = config.weight(signal.channel()) * share;
        Optional<Double> good = good(signal);
        if (weight <= 0 || good.isEmpty()) {
            return Optional.empty();
        }
        String target = edge.runId();
        return Optional.of(new Credited(
                edge.pairId(), new Evidence(signal.channel(), signal.subject(), target, good.get(), weight)));
    }

    private Optional<Credited> own(Provenance edge, SignalChannel channel, double good, double share) {
        double weight = config.weight(channel) * share;
        // Nobody gave it, so each run speaks for itself.
        return weight > 0
                ? Optional.of(new Credited(
                        edge.pairId(), new Evidence(channel, Optional.empty(), edge.runId(), good, weight)))
                : Optional.empty();
    }

    /** What a signal says, 0 to 1. A correction says that the answer was not good enough, whatever it was near. */
    private static Optional<Double> good(Signal signal) {
        return switch (signal.channel()) {
            case THUMB, RATING, OUTCOME, REVIEWER, JUDGE -> share(signal.value());
            case COPY -> signal.value().isPresent() ? share(signal.value()) : Optional.of(1.0);
            case CORRECTION, REGENERATION, REPHRASE, ABANDONMENT, TOOL_ERROR -> Optional.of(0.0);
        };
    }

    /** A figure outside its scale says nothing. */
    private static Optional<Double> share(Optional<Double> value) {
        return value.filter(good -> good >= 0 && good <= 1);
    }
}
