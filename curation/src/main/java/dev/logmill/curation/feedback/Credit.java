package dev.logmill.curation.feedback;

import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pairs a signal speaks about, and how loud. It is given every edge of a trace or a session, since it is about one
 * of them only by what the others are.
 *
 * <p>A signal about a span is about the pairs of that span. One about a run's own span is about how that run ended; one
 * about a trace, or about a span that is no answer of a model, is about how the trace ended; one about an answer that was
 * refused is about none of the others. How a task came out (see
 * {@link ChannelMeaning#isResult}) is also, and more softly, about the steps that led there. One about a session is about the last run
 * that had begun when it was said; where it does not say when, about the last one of all.
 */
public final class Credit implements Serializable {
    private static final Comparator<Provenance> LATEST_LAST =
            Comparator.comparing(Credit::begun).thenComparing(Provenance::runId).thenComparing(Provenance::pairId);

    private final LabelConfig config;

    public Credit(LabelConfig config) {
        this.config = config;
    }

    /** Evidence about one pair. */
    public record Credited(String pairId, Evidence evidence) {}

    /** What a signal says about an edge. */
    private record Said(Signal signal, double good, double weight) {
        /** The heavier, then the newer: a task has one result. */
        static final Comparator<Said> BEST_LAST = Comparator.comparingDouble(Said::weight)
                .thenComparing(said -> said.signal().eventAt().orElse(Instant.MIN))
                .thenComparing(said -> said.signal().signalId());
    }

    /** The evidence of one trace: its edges, its answers that made none, and the signals that stand about it. */
    public List<Credited> ofTrace(
            Collection<Provenance> edges, Collection<RefusedAnswer> refused, Collection<Signal> standing) {
        Set<String> refusedSpans = refused.stream().map(RefusedAnswer::spanId).collect(Collectors.toSet());
        List<Credited> credited = new ArrayList<>();
        Map<Provenance, Said> results = new LinkedHashMap<>();
        for (Signal signal : standing) {
            Aim aim = Aim.of(signal, edges, refusedSpans);
            for (Provenance edge : aim.edges()) {
                double share = aim.hits(edge) ? 1 : shareOfEarlier(signal.channel());
                said(signal, aim, share).ifPresent(said -> hear(edge, said, results, credited));
            }
        }
        edges.forEach(edge -> credited.addAll(logged(edge, results.keySet())));
        results.forEach((edge, result) -> credited(edge, result).ifPresent(credited::add));
        return credited;
    }

    /** The evidence of signals about a whole session; where its last run by then ended in a refused answer there is none. */
    public List<Credited> ofSession(
            Collection<Provenance> edges, Collection<RefusedAnswer> refused, Collection<Signal> standing) {
        List<Provenance> ends =
                edges.stream().filter(Provenance::terminal).sorted(LATEST_LAST).toList();
        List<Credited> credited = new ArrayList<>();
        Map<Provenance, Said> results = new LinkedHashMap<>();
        if (!ends.isEmpty()) {
            for (Signal signal : standing) {
                Provenance last = lastBefore(signal, ends);
                if (isRefused(signal, last, refused)) {
                    continue;
                }
                said(signal, new Aim(false, List.of(last)), 1).ifPresent(said -> hear(last, said, results, credited));
            }
        }
        results.forEach((edge, result) -> credited(edge, result).ifPresent(credited::add));
        return credited;
    }

    /** Clocks differ: who spoke before the first run began was ahead of it by little. */
    private static Provenance lastBefore(Signal signal, List<Provenance> ends) {
        Instant said = signal.eventAt().orElse(Instant.MAX);
        return ends.stream()
                .filter(edge -> !begun(edge).isAfter(said))
                .reduce((earlier, later) -> later)
                .orElse(ends.get(0));
    }

    private static boolean isRefused(Signal signal, Provenance last, Collection<RefusedAnswer> refused) {
        Instant said = signal.eventAt().orElse(Instant.MAX);
        return refused.stream()
                .filter(RefusedAnswer::terminal)
                .flatMap(answer -> answer.happenedAt().stream())
                .anyMatch(at -> at.isAfter(begun(last)) && !at.isAfter(said));
    }

    private static Instant begun(Provenance edge) {
        return edge.happenedAt().orElse(Instant.MIN);
    }

    private double shareOfEarlier(SignalChannel channel) {
        return ChannelMeaning.of(channel).isResult() ? config.credit() : 0;
    }

    private Optional<Said> said(Signal signal, Aim aim, double share) {
        ChannelMeaning meaning = ChannelMeaning.of(signal.channel());
        double weight = config.weight(signal.channel()) * meaning.share(signal, aim) * share;
        return onScale(meaning.good(signal, aim)).map(good -> new Said(signal, good, weight));
    }

    private static void hear(Provenance edge, Said said, Map<Provenance, Said> results, List<Credited> credited) {
        if (ChannelMeaning.of(said.signal().channel()).isResult()) {
            results.merge(edge, said, (a, b) -> Said.BEST_LAST.compare(a, b) >= 0 ? a : b);
        } else {
            credited(edge, said).ifPresent(credited::add);
        }
    }

    private static Optional<Credited> credited(Provenance edge, Said said) {
        Signal signal = said.signal();
        return credited(
                edge, new Evidence(signal.channel(), signal.subject(), edge.runId(), said.good(), said.weight()));
    }

    /** What the run's own log says of a step. */
    private List<Credited> logged(Provenance edge, Set<Provenance> told) {
        List<Credited> credited = new ArrayList<>();
        for (SignalChannel channel : SignalChannel.values()) {
            ChannelMeaning meaning = ChannelMeaning.of(channel);
            double share = !meaning.isResult() || edge.terminal() ? 1 : config.credit();
            // A signal about the outcome knows better. Nobody gave this, so each run speaks for itself.
            onScale(meaning.logged(edge))
                    .filter(good -> !(meaning.isResult() && told.contains(edge)))
                    .map(good ->
                            new Evidence(channel, Optional.empty(), edge.runId(), good, config.weight(channel) * share))
                    .flatMap(evidence -> credited(edge, evidence))
                    .ifPresent(credited::add);
        }
        return credited;
    }

    private static Optional<Credited> credited(Provenance edge, Evidence evidence) {
        return evidence.weight() > 0 ? Optional.of(new Credited(edge.pairId(), evidence)) : Optional.empty();
    }

    /** A figure outside its scale says nothing. */
    private static Optional<Double> onScale(Optional<Double> value) {
        return value.filter(good -> good >= 0 && good <= 1);
    }
}
