package dev.logmill.eval.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The probability that an input became a case, over all its occurrences so far, drawn or not.
 *
 * <p>All occurrences of an input share the lot of its leak group, so the lot counts once: with t the test side's share, m
 * the probability that no draw over all traffic had any of them and f that a draw of failures had one,
 *
 * <pre>P = t (1 - m (1 - f)) + (1 - t) share f</pre>
 *
 * where share is the probability that a failure took the group to the test side. An input that very many people send has a
 * lot of its own, and each of these people's groups another: for each such group, m (1 - f) is
 * {@code (1 - t) + t m (1 - f)}.
 */
public final class Inclusion {
    private final double testShare;
    private final UnaryOperator<String> present;
    private final NavigableMap<Long, Lottery> traffic = new TreeMap<>();
    private final Map<String, List<Failure>> failures = new HashMap<>();

    /**
     * @param lotteries of one suite, tonight's included
     * @param testShare probability that a leak group's lot is the test side
     * @param present the present anchor of a leak group
     */
    public Inclusion(Collection<Lottery> lotteries, double testShare, UnaryOperator<String> present) {
        this.testShare = testShare;
        this.present = present;
        for (Lottery lottery : lotteries) {
            if (lottery.kind().equals(Lottery.TRAFFIC)) {
                // A night of late feedback alone draws again from a curation whose edges had their chance.
                traffic.merge(lottery.curated(), lottery, (a, b) -> a.batch() < b.batch() ? a : b);
            }
            for (Lottery.Failed failed : lottery.failed()) {
                failures.computeIfAbsent(failed.caseId(), none -> new ArrayList<>())
                        .add(new Failure(lottery, failed));
            }
        }
    }

    /**
     * One occurrence of an input.
     *
     * @param group present anchor of its leak group
     * @param inputGroup present anchor of its input's
     * @param firstBatch the curation that first brought it
     */
    public record Occurrence(String runId, String group, String inputGroup, long firstBatch) {}

    private record Failure(Lottery lottery, Lottery.Failed failed) {}

    private record Chance(String group, Lottery lottery) {}

    /** Of a case; {@code occurrences} are all of its input, at least one. */
    public double of(String caseId, Collection<Occurrence> occurrences) {
        String home = occurrences.iterator().next().inputGroup();
        Map<String, Double> missed = new TreeMap<>(Map.of(home, 1.0));
        chances(occurrences)
                .forEach((chance, runs) ->
                        missed.merge(chance.group(), chance.lottery().missed(runs.size()), (a, b) -> a * b));
        double unmoved = 1;
        for (Failure failure : failures.getOrDefault(caseId, List.of())) {
            String group = present.apply(failure.failed().leakGroup());
            double missedFailure = failure.lottery().missed(failure.failed().runs());
            missed.merge(group, missedFailure, (a, b) -> a * b);
            unmoved *= group.equals(home) ? 1 - failure.failed().share() * (1 - missedFailure) : 1;
        }
        double none = Objects.requireNonNull(missed.remove(home));
        for (double ofGroup : missed.values()) {
            none *= 1 - testShare + testShare * ofGroup;
        }
        return testShare * (1 - none) + (1 - testShare) * (1 - unmoved);
    }

    /** The runs by which an input could be drawn, by their leak group and the draw that they were in. */
    private Map<Chance, Set<String>> chances(Collection<Occurrence> occurrences) {
        Map<Chance, Set<String>> chances = new HashMap<>();
        for (Occurrence one : occurrences) {
            Map.Entry<Long, Lottery> drawn = traffic.ceilingEntry(one.firstBatch());
            if (drawn != null) {
                chances.computeIfAbsent(new Chance(one.group(), drawn.getValue()), none -> new HashSet<>())
                        .add(one.runId());
            }
        }
        return chances;
    }
}
