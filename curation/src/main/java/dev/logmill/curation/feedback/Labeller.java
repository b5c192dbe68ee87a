package dev.logmill.curation.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What the evidence about a pair adds up to: a Beta posterior over the probability that it is good.
 *
 * <p>Prior {@code Beta(m s, (1 - m) s)} with mean m and strength s; an observation of weight w that says g adds w g to
 * the first parameter and w (1 - g) to the second. Of what one person says about one target through several channels
 * only the heaviest counts, since a copy and a thumb of the same minute are one opinion; what is left of a person about a
 * pair is scaled down to a cap. A task's result is no opinion: it counts beside them, once a target. No signal is no evidence: silence leaves the prior as it is.
 *
 * <p>The interval is the equal-tailed 90 % credible interval of that posterior: its 5 % and 95 % quantiles (Gelman et al.,
 * <em>Bayesian Data Analysis</em>, 3rd ed., 2.3 and 2.4). The effective sample size of a {@code Beta(a, b)} is a + b (Morita, Thall
 * and Müller, <em>Determining the effective sample size of a parametric prior</em>, Biometrics 64, 2008); a label gives what the
 * evidence added to it, so that a pair nobody spoke about has 0.
 */
public final class Labeller {
    private static final double TAIL = 0.05;

    private final LabelConfig config;

    public Labeller(LabelConfig config) {
        this.config = config;
    }

    /** The label of a pair. */
    public Label label(
            String pairId,
            String agent,
            Collection<Evidence> evidence,
            int occurrences,
            Optional<Double> previous,
            LocalDate asOf,
            long batch) {
        List<Evidence> counted = capped(strongest(evidence));
        double good = config.priorMean() * config.priorStrength();
        double bad = (1 - config.priorMean()) * config.priorStrength();
        double size = 0;
        TreeSet<String> channels = new TreeSet<>();
        for (Evidence one : counted) {
            good += one.weight() * one.good();
            bad += one.weight() * (1 - one.good());
            size += one.weight();
            channels.add(Label.name(one.channel()));
        }
        double mean = good / (good + bad);
        BetaDistribution posterior = BetaDistribution.of(good, bad);
        return new Label(
                pairId,
                asOf,
                agent,
                mean,
                posterior.inverseCumulativeProbability(TAIL),
                posterior.inverseCumulativeProbability(1 - TAIL),
                size,
                counted.size(),
                occurrences,
                List.copyOf(channels),
                previous.filter(before -> (before < 0.5) != (mean < 0.5)).isPresent(),
                previous,
                batch);
    }

    /** Who speaks about a target: a person, or its result. */
    private record Voice(Optional<String> subject, String target) {}

    /** Of one person's observations about one target, and of its results, the heaviest; of equal ones the worse, then by channel. */
    private static List<Evidence> strongest(Collection<Evidence> evidence) {
        Map<Voice, Evidence> strongest = new HashMap<>();
        List<Evidence> anonymous = new ArrayList<>();
        for (Evidence one : evidence) {
            if (one.subject().isPresent() || ChannelMeaning.of(one.channel()).isResult()) {
                strongest.merge(
                        new Voice(one.subject(), one.target()), one, (a, b) -> HEAVIEST.compare(a, b) <= 0 ? a : b);
            } else {
                anonymous.add(one);
            }
        }
        List<Evidence> all = new ArrayList<>(strongest.values());
        all.addAll(anonymous);
        all.sort(STABLE);
        return all;
    }

    private static final Comparator<Evidence> HEAVIEST = Comparator.comparingDouble((Evidence one) -> -one.weight())
            .thenComparingDouble(Evidence::good)
            .thenComparing(Evidence::channel);

    /** Sums of doubles depend on their order, so the order must not depend on anything else. */
    private static final Comparator<Evidence> STABLE = Comparator.comparing(
                    (Evidence one) -> one.subject().orElse(""))
            .thenComparing(Evidence::target)
            .thenComparing(Evidence::channel)
            .thenComparingDouble(Evidence::good)
            .thenComparingDouble(Evidence::weight);

    private List<Evidence> capped(List<Evidence> evidence) {
        Map<String, Double> weights = new TreeMap<>();
        evidence.forEach(one -> one.subject().ifPresent(person -> weights.merge(person, one.weight(), Double::sum)));
        return evidence.stream()
                .map(one -> {
                    double total = one.subject()
                            .map(person -> weights.getOrDefault(person, 0.0))
                            .orElse(0.0);
                    double scale = total > config.perSubject() ? config.perSubject() / total : 1;
                    return new Evidence(one.channel(), one.subject(), one.target(), one.good(), one.weight() * scale);
                })
                .toList();
    }
}
