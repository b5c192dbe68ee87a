package dev.logmill.curation.agent;

import dev.logmill.curation.feedback.LabelConfig;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How often an agent's runs succeed, by all that is known.
 *
 * <p>A run that logs how it came out is believed; one that ended in an error failed. Of a run that just did not fail, nobody
 * knows, so it is as good as the agent's judged answers are, which are shrunk to the prior of labels. Where fewer than
 * {@link NarrownessConfig#minJudged} were judged, feedback abstains, and not to fail is to succeed.
 *
 * <p>Both shares have Beta posteriors; the bound is the 5 % quantile of the Beta distribution with mean and variance of their
 * product. Raters are no random sample: the unhappy speak more often, so the bound errs to the safe side.
 */
final class Success {
    static final String YES = "yes";
    static final String NO = "no";
    static final String UNFAILED = "unfailed";

    private static final double TAIL = 0.05;

    private final Share unfailed;
    private final double unknown;
    private final Optional<Share> good;

    private Success(Share unfailed, double unknown, Optional<Share> good) {
        this.unfailed = unfailed;
        this.unknown = unknown;
        this.good = good;
    }

    /** Of runs by how they ended, and of judged answers. */
    static Success of(Map<String, Long> runs, JudgedAnswers judged, NarrownessConfig config, LabelConfig labels) {
        long yes = runs.getOrDefault(YES, 0L);
        long open = runs.getOrDefault(UNFAILED, 0L);
        Share unfailed = Share.beta(yes + open + 1.0, runs.getOrDefault(NO, 0L) + 1.0);
        double priorGood = labels.priorMean() * labels.priorStrength();
        Share good = Share.beta(
                priorGood + judged.good(), labels.priorStrength() - priorGood + judged.answers() - judged.good());
        return new Success(
                unfailed,
                yes + open == 0 ? 0 : (double) open / (yes + open),
                judged.answers() < config.minJudged() ? Optional.empty() : Optional.of(good));
    }

    /** Share of judged answers that are good, where enough were judged. */
    Optional<Double> good() {
        return good.map(Share::mean);
    }

    /** Lower end of the 90 % interval of the share of runs that succeed. */
    double lower() {
        // Of the runs that did not fail, those that log a success are good for sure.
        Share success = unfailed.times(good.map(share -> share.mixed(unknown)).orElse(Share.SURE));
        return success.quantile(TAIL);
    }

    private record Share(double mean, double variance) {
        static final Share SURE = new Share(1, 0);

        static Share beta(double good, double bad) {
            double size = good + bad;
            return new Share(good / size, good * bad / (size * size * (size + 1)));
        }

        /** This share of a part, and all of the rest. */
        Share mixed(double part) {
            return new Share(1 - part * (1 - mean), part * part * variance);
        }

        /** Of independent shares. */
        Share times(Share other) {
            double square = (variance + mean * mean) * (other.variance + other.mean * other.mean);
            double product = mean * other.mean;
            return new Share(product, square - product * product);
        }

        double quantile(double probability) {
            double size = mean * (1 - mean) / variance - 1;
            return BetaDistribution.of(mean * size, (1 - mean) * size).inverseCumulativeProbability(probability);
        }
    }
}
