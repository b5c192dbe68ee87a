package dev.logmill.eval.verdict;

import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.statistics.Interval;
import dev.logmill.eval.statistics.PairedComparison;
import dev.logmill.eval.statistics.Power;
import dev.logmill.eval.statistics.Proportions;
import dev.logmill.eval.statistics.SignFlip;
import dev.logmill.eval.statistics.WeightedDifference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides, by a policy that is fixed before anything is asked.
 *
 * <p>A suite of yesterday's failures favours whoever did not make them: on such cases a model as good as the baseline looks
 * better. So a promotion rests on the cases of the random draw alone, where no outcome had a say. The baseline is asked as
 * the candidate is and never taken from the logs; both may have answered in an earlier evaluation, which is then said.
 *
 * <ol>
 *   <li>INVALID where too many trials have no answer, or nothing could be graded.
 *   <li>INCONCLUSIVE where the random draw has fewer graded cases than {@code min-cases}.
 *   <li>HOLD where the candidate is worse on a {@link Slice}.
 *   <li>PROMOTE where it is better: the whole interval of the difference is above 0, and by sign flips over leak groups an
 *       equal model comes out as well with a probability of at most alpha. Equal models are so promoted at most as often.
 *   <li>PROMOTE where cost or latency may be won, is won by at least {@code min-gain}, and the whole interval is above minus
 *       {@code margin}.
 *   <li>HOLD where it is worse (the whole interval is below 0), or where nothing is left to win: the whole interval is below
 *       {@code margin}.
 *   <li>else INCONCLUSIVE.
 * </ol>
 */
public final class Gate {
    private static final double POWER = 0.8;

    private final EvaluateConfig config;

    public Gate(EvaluateConfig config) {
        this.config = config;
    }

    /** The verdict of a comparison. */
    public Verdict decide(Comparison comparison) {
        Scoring scoring = Scoring.of(comparison);
        Reasoned verdict = new Reasoned(comparison, scoring, config.alpha());
        if (scoring.unansweredShare() > config.maxInfraErrors()) {
            return verdict.invalid(said(
                    "%d of %d cases that could be graded have no whole answer (%.1f %%: %s), more than the allowed %.1f %%; this says nothing of the model",
                    scoring.unansweredCases(),
                    scoring.unansweredCases() + scoring.graded().size(),
                    scoring.unansweredShare() * 100,
                    scoring.unansweredByOutcome(),
                    config.maxInfraErrors() * 100));
        }
        if (scoring.graded().isEmpty()) {
            return verdict.invalid(said(
                    "no case of %d could be graded: none has a reference that its graders can judge by",
                    comparison.cases().size()));
        }
        List<GradedCase> random = scoring.random();
        if (random.size() < config.minCases()) {
            verdict.because(said(
                    "only %d graded cases come from the random draw over all traffic, and what production failed decides nothing; %d are needed",
                    random.size(), config.minCases()));
            return verdict.is(Decision.INCONCLUSIVE);
        }
        verdict.explainReferences(random);
        return comparison.baseline().isPresent() ? compared(verdict, scoring, random) : alone(verdict, random);
    }

    private Verdict alone(Reasoned verdict, List<GradedCase> random) {
        int passed = (int) random.stream().filter(GradedCase::candidate).count();
        Interval interval = Proportions.wilson(passed, random.size(), Power.z(1 - config.alpha()));
        verdict.of((double) passed / random.size(), interval);
        verdict.because(said(
                "passes %d of %d cases drawn from all traffic: %.3f, in [%.3f, %.3f]; %.3f is asked for",
                passed,
                random.size(),
                (double) passed / random.size(),
                interval.lower(),
                interval.upper(),
                config.minPassRate()));
        if (interval.lower() >= config.minPassRate()) {
            return verdict.is(Decision.PROMOTE);
        }
        return verdict.is(interval.upper() < config.minPassRate() ? Decision.HOLD : Decision.INCONCLUSIVE);
    }

    private Verdict compared(Reasoned verdict, Scoring scoring, List<GradedCase> random) {
        WeightedDifference difference = GradedCase.overTraffic(random, GradedCase::difference);
        Interval interval = difference.interval(config.alpha());
        double better = SignFlip.greater(difference.clusterSums());
        PairedComparison counts = GradedCase.paired(random);
        verdict.of(difference.estimate(), interval);
        verdict.because(said(
                "on %d cases drawn from all traffic the candidate alone passes %d, the baseline alone %d: difference %+.3f over all traffic, in [%+.3f, %+.3f] (%.0f %%)",
                counts.cases(),
                counts.wins(),
                counts.losses(),
                difference.estimate(),
                interval.lower(),
                interval.upper(),
                (1 - 2 * config.alpha()) * 100));
        Optional<Slice> worse = worse(verdict, scoring);
        if (worse.isPresent()) {
            verdict.because(said(
                    "it is worse on %s (p %.4f)",
                    worse.get().name(), worse.get().worse()));
            return verdict.is(Decision.HOLD);
        }
        if (interval.lower() > 0 && better <= config.alpha()) {
            verdict.because(said("it is better (p %.4f)", better));
            return verdict.is(Decision.PROMOTE);
        }
        if (wonElsewhere(verdict, random) && interval.lower() > -config.margin()) {
            verdict.because(said("and it is not worse by more than the margin of %.3f", config.margin()));
            return verdict.is(Decision.PROMOTE);
        }
        if (interval.upper() < 0) {
            verdict.because("it is worse");
            return verdict.is(Decision.HOLD);
        }
        if (interval.upper() < config.margin() && config.win() == EvaluateConfig.Win.QUALITY) {
            verdict.because(said("it is not better by as much as %.3f, so nothing is won", config.margin()));
            return verdict.is(Decision.HOLD);
        }
        verdict.because(said(
                "the cases do not decide it: with so many a true difference of %.3f is found %.0f %% of the time",
                Power.minimumDetectable(difference.standardError(), config.alpha(), POWER), POWER * 100));
        return verdict.is(Decision.INCONCLUSIVE);
    }

    private Optional<Slice> worse(Reasoned verdict, Scoring scoring) {
        List<Slice> slices = Slice.of(scoring.graded());
        slices.stream()
                .filter(slice -> slice.name().equals(Slice.FAILED))
                .forEach(slice -> verdict.because(said(
                        "on %d cases that production failed the candidate alone passes %d, the baseline alone %d; they inform and may block, but never promote",
                        slice.counts().cases(),
                        slice.counts().wins(),
                        slice.counts().losses())));
        return slices.stream().filter(slice -> slice.worse() <= config.alpha()).findFirst();
    }

    /** Whether the win that the configuration asks for, other than quality, is there; with its reason. */
    private boolean wonElsewhere(Reasoned verdict, List<GradedCase> random) {
        if (config.win() == EvaluateConfig.Win.QUALITY) {
            return false;
        }
        Optional<Saving> saving = Saving.of(config.win(), verdict.comparison(), random);
        if (saving.isEmpty()) {
            verdict.because("cost cannot be compared: the answers do not say how many tokens they took");
            return false;
        }
        Interval share = saving.get().share(config.alpha());
        verdict.because(said(
                "%s is %.1f %% less than the baseline's, at least %.1f %%; %.1f %% are asked for",
                config.win().name().toLowerCase(Locale.ROOT),
                saving.get().estimate() * 100,
                share.lower() * 100,
                config.minGain() * 100));
        return share.lower() >= config.minGain();
    }

    static String said(String sentence, Object... figures) {
        return String.format(Locale.ROOT, sentence, figures);
    }
}
