package dev.logmill.eval.verdict;

import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.statistics.Interval;
import dev.logmill.eval.statistics.PairedComparison;
import dev.logmill.eval.statistics.Power;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides, by a policy that is fixed before anything is asked.
 *
 * <p>A suite of yesterday's failures favours whoever did not make them: on such cases a model as good as the baseline looks
 * better. So a promotion rests on the cases of the random draw alone, where no outcome had a say, weighted as {@link Traffic}
 * says. The baseline is asked as the candidate is and never taken from the logs; both may have answered in an earlier
 * evaluation, which is then said. References that production gave favour production, and {@link OwnReferences} says how much of
 * a loss on them counts. An answer that only one model is missing may have been a wrong one: a model is promoted only where that
 * also holds with its missing answers taken for wrong, and held only where it holds with the baseline's so.
 *
 * <ol>
 *   <li>INVALID where too many trials have no answer, or nothing could be graded.
 *   <li>INCONCLUSIVE where the random draw has graded cases of fewer than {@code min-cases} leak groups, without those that
 *       production failed.
 *   <li>HOLD where the candidate is worse on a {@link Slice}.
 *   <li>PROMOTE where it is better: the whole interval of the difference is above 0, and by sign flips over leak groups an
 *       equal model comes out as well with a probability of at most alpha. Equal models are so promoted at most as often.
 *   <li>PROMOTE where cost or latency may be won, is won by at least {@code min-gain}, and the whole interval is above minus
 *       {@code margin}.
 *   <li>HOLD where it is worse (the whole interval is below 0, and sign flips agree), or where nothing is left to win: the
 *       whole interval is below {@code margin}.
 *   <li>else INCONCLUSIVE.
 * </ol>
 */
public final class Gate {
    static final double POWER = 0.8;

    private final EvaluateConfig config;

    public Gate(EvaluateConfig config) {
        this.config = config;
    }

    /** The verdict of a comparison, and what the verdicts before it do to its error. */
    public Verdict decide(Comparison comparison, Collection<Verdict> earlier) {
        Verdict verdict = decided(comparison);
        Looks looks = Looks.before(verdict, earlier);
        return looks.any() ? verdict.withReason(looks.sentence(config.alpha())) : verdict;
    }

    private Verdict decided(Comparison comparison) {
        Scoring scoring = Scoring.of(comparison);
        Reasoned verdict = new Reasoned(comparison, scoring, config.alpha());
        Optional<String> invalid = invalid(comparison, scoring);
        if (invalid.isPresent()) {
            return verdict.invalid(invalid.get());
        }
        List<GradedCase> random = Evidence.random(scoring.graded(), List.of());
        List<GradedCase> deciding =
                random.stream().filter(one -> !one.graded().productionFailed()).toList();
        int groups = GradedCase.groups(deciding);
        if (groups < config.minCases()) {
            verdict.because(said(
                    "only %d graded cases, of %d groups that belong together, come from the random draw over all traffic, and what production failed decides nothing; %d groups are needed",
                    deciding.size(), groups, config.minCases()));
            return verdict.is(Decision.INCONCLUSIVE);
        }
        verdict.explainReferences(random);
        verdict.explainMissing();
        Traffic traffic = Traffic.of(comparison.cases(), config.alpha());
        return comparison.baseline().isPresent()
                ? compared(verdict, scoring, random, traffic)
                : new PassRate(config).decide(verdict, scoring, traffic);
    }

    private Optional<String> invalid(Comparison comparison, Scoring scoring) {
        if (scoring.unansweredShare() > config.maxInfraErrors()) {
            return Optional.of(said(
                    "%d of %d cases that could be graded have no whole answer (%.1f %%: %s), more than the allowed %.1f %%; this says nothing of the model",
                    scoring.unansweredCases(),
                    scoring.unansweredCases() + scoring.graded().size(),
                    scoring.unansweredShare() * 100,
                    scoring.unansweredByOutcome(),
                    config.maxInfraErrors() * 100));
        }
        return scoring.graded().isEmpty()
                ? Optional.of(said(
                        "no case of %d could be graded: none has a reference that its graders can judge by",
                        comparison.cases().size()))
                : Optional.empty();
    }

    private Verdict compared(Reasoned verdict, Scoring scoring, List<GradedCase> random, Traffic traffic) {
        Evidence evidence = Evidence.of(scoring, traffic, config.minCases(), config.alpha());
        verdict.of(evidence.estimate(), evidence.interval());
        verdict.because(measured(random, evidence));
        verdict.giveExamples();
        Optional<Slice> worse = worse(verdict, scoring);
        if (worse.isPresent()) {
            verdict.because(said(
                    "it is worse on %s (%s)",
                    worse.get().name(), chance(worse.get().worse())));
            return verdict.is(Decision.HOLD);
        }
        if (evidence.isBetter(config.alpha())) {
            verdict.because(said("it is better (%s)", chance(evidence.better())));
            return verdict.is(Decision.PROMOTE);
        }
        if (wonElsewhere(verdict, random) && evidence.lower() > -config.margin()) {
            verdict.because(said("and it is not worse by more than the margin of %.3f", config.margin()));
            return verdict.is(Decision.PROMOTE);
        }
        if (evidence.isWorse(config.alpha())) {
            verdict.because(said("it is worse (%s)", chance(evidence.worse())));
            return verdict.is(Decision.HOLD);
        }
        return undecided(verdict, evidence, OwnReferences.of(random, traffic, config.alpha()));
    }

    private String measured(List<GradedCase> random, Evidence evidence) {
        PairedComparison counts = GradedCase.paired(random);
        return said(
                "on %d cases drawn from all traffic, of %d groups that belong together, the candidate alone passes %d, the baseline alone %d: difference %+.3f over all traffic, in [%+.3f, %+.3f] (%.0f %%)",
                counts.cases(),
                GradedCase.groups(random),
                counts.wins(),
                counts.losses(),
                evidence.estimate(),
                evidence.lower(),
                evidence.upper(),
                (1 - 2 * config.alpha()) * 100);
    }

    private Verdict undecided(Reasoned verdict, Evidence evidence, Optional<OwnReferences> own) {
        if (evidence.upper() < config.margin() && config.win() == EvaluateConfig.Win.QUALITY) {
            verdict.because(said("it is not better by as much as %.3f, so nothing is won", config.margin()));
            return verdict.is(Decision.HOLD);
        }
        if (evidence.seemsWorse() && own.isPresent()) {
            verdict.because(
                    "it passes fewer, but of cases that production got right an equal model passes fewer as well: "
                            + own.get().sentence());
        }
        double half = (evidence.upper() - evidence.lower()) / 2;
        verdict.because(said(
                "the cases do not decide it: with so many a true difference of %.3f is found %.0f %% of the time",
                Power.minimumDetectable(half / Power.z(1 - config.alpha()), config.alpha(), POWER), POWER * 100));
        return verdict.is(Decision.INCONCLUSIVE);
    }

    private Optional<Slice> worse(Reasoned verdict, Scoring scoring) {
        List<Slice> slices = Slice.of(scoring.graded(), config.alpha());
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

    /** A p-value in words. */
    private static String chance(double p) {
        return said("by chance alone an equal model comes out so in %.2f %% of evaluations", p * 100);
    }

    static String said(String sentence, Object... figures) {
        return String.format(Locale.ROOT, sentence, figures);
    }
}
