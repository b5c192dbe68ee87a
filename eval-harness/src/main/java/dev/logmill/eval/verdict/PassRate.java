package dev.logmill.eval.verdict;

import static dev.logmill.eval.verdict.Gate.said;

import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.statistics.Interval;
import dev.logmill.eval.statistics.WeightedDifference;
import java.util.List;

/**
 * Decides about a candidate that is compared with nobody, by its pass rate over all traffic: weighted and clustered as a
 * difference would be. Answers that are missing count as wrong for a promotion, and as right for a hold.
 */
final class PassRate {
    private final EvaluateConfig config;

    PassRate(EvaluateConfig config) {
        this.config = config;
    }

    Verdict decide(Reasoned verdict, Scoring scoring, Traffic traffic) {
        List<GradedCase> random = Evidence.random(scoring.graded(), List.of());
        List<GradedCase> all = Evidence.random(scoring.graded(), scoring.candidateMissing());
        WeightedDifference rate = traffic.mean(random, one -> one.candidate().passed() ? 1 : 0);
        WeightedDifference atWorst = traffic.mean(all, one -> one.candidate().passed() ? 1 : 0);
        WeightedDifference atBest = traffic.mean(
                all, one -> one.candidate().passed() || one.candidate().said().isEmpty() ? 1 : 0);
        Interval observed = rate.proportion(config.alpha());
        Interval interval = new Interval(
                Math.min(observed.lower(), atWorst.proportion(config.alpha()).lower()),
                Math.max(observed.upper(), atBest.proportion(config.alpha()).upper()));
        verdict.of(rate.estimate(), interval);
        verdict.because(said(
                "passes %d of %d cases drawn from all traffic, of %d groups that belong together: %.3f over all traffic, in [%.3f, %.3f]; %.3f is asked for",
                random.stream().filter(one -> one.candidate().passed()).count(),
                random.size(),
                GradedCase.groups(random),
                rate.estimate(),
                interval.lower(),
                interval.upper(),
                config.minPassRate()));
        if (random.stream().anyMatch(one -> one.graded().ownReference())) {
            verdict.because(
                    "production got most of these cases right, so they are the easier ones: over all traffic it passes fewer");
        }
        if (interval.lower() >= config.minPassRate()) {
            return verdict.is(Decision.PROMOTE);
        }
        return verdict.is(interval.upper() < config.minPassRate() ? Decision.HOLD : Decision.INCONCLUSIVE);
    }
}
