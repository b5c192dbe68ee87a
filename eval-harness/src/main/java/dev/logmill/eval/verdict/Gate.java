package dev.logmill.eval.verdict;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.Message;
import dev.logmill.eval.grade.CaseGrading;
import dev.logmill.eval.grade.Judgement;
import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.run.TrialRunner.Trials;
import dev.logmill.eval.statistics.Interval;
import dev.logmill.eval.statistics.PairedComparison;
import dev.logmill.eval.statistics.Power;
import dev.logmill.eval.statistics.Proportions;
import dev.logmill.eval.statistics.WeightedDifference;
import dev.logmill.eval.suite.Case;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides.
 *
 * <p>A suite of yesterday's failures favours whoever did not make them: on such cases a model as good as the baseline
 * looks better. So a promotion rests on the cases of the random draw alone, where no outcome had a say; the failures
 * inform, and can only block. The baseline is asked anew in the same evaluation and never taken from the logs.
 */
public final class Gate {
    private final EvaluateConfig config;

    public Gate(EvaluateConfig config) {
        this.config = config;
    }

    /** What is being compared. */
    public record Comparison(
            String suite,
            String version,
            List<Case> cases,
            String candidate,
            Trials candidateTrials,
            Optional<String> baseline,
            Optional<Trials> baselineTrials) {}

    /** The verdict of a comparison. */
    public Verdict decide(Comparison comparison) {
        List<Scored> scored = new ArrayList<>();
        int ungraded = 0;
        int errors = 0;
        for (Case one : comparison.cases()) {
            Optional<Message> candidate = answer(comparison.candidateTrials(), one);
            Optional<Message> baseline = comparison.baselineTrials().flatMap(trials -> answer(trials, one));
            if (candidate.isEmpty() || (comparison.baseline().isPresent() && baseline.isEmpty())) {
                errors++;
                continue;
            }
            Judgement ofCandidate = CaseGrading.grade(one.graders(), one.reference(), candidate.get());
            Optional<Judgement> ofBaseline =
                    baseline.map(answer -> CaseGrading.grade(one.graders(), one.reference(), answer));
            if (!isScore(ofCandidate)
                    || ofBaseline.filter(judgement -> !isScore(judgement)).isPresent()) {
                ungraded++;
            } else {
                scored.add(new Scored(one, passed(ofCandidate), ofBaseline.map(Gate::passed)));
            }
        }
        return decide(comparison, scored, ungraded, errors);
    }

    private record Scored(Case graded, boolean candidate, Optional<Boolean> baseline) {
        double difference() {
            return (candidate ? 1 : 0) - (baseline.orElse(false) ? 1 : 0);
        }
    }

    private Verdict decide(Comparison comparison, List<Scored> scored, int ungraded, int errors) {
        List<String> reasons = new ArrayList<>();
        double errorShare = comparison.cases().isEmpty()
                ? 0
                : (double) errors / comparison.cases().size();
        List<Scored> random =
                scored.stream().filter(one -> one.graded().randomSample()).toList();
        Decision decision;
        Optional<WeightedDifference> weighted = Optional.empty();
        if (errorShare > config.maxInfraErrors()) {
            decision = Decision.INVALID;
            reasons.add(said(
                    "%d of %d cases have no answer for reasons that are not the model's (%.1f %%), more than the allowed %.1f %%",
                    errors, comparison.cases().size(), errorShare * 100, config.maxInfraErrors() * 100));
        } else if (scored.isEmpty()) {
            decision = Decision.INVALID;
            reasons.add(said(
                    "no case of %d could be graded: none has a reference",
                    comparison.cases().size()));
        } else if (comparison.baseline().isEmpty()) {
            decision = alone(random, reasons);
        } else if (random.size() < config.minCases()) {
            decision = Decision.INCONCLUSIVE;
            reasons.add(said(
                    "only %d graded cases come from the random draw over all traffic; %d are needed",
                    random.size(), config.minCases()));
        } else {
            weighted = Optional.of(weighted(random));
            decision = compared(random, scored, weighted.get(), reasons);
        }
        return verdict(comparison, scored, ungraded, errors, decision, reasons, weighted);
    }

    private Decision alone(List<Scored> scored, List<String> reasons) {
        if (scored.isEmpty()) {
            reasons.add(
                    "no graded case comes from the random draw over all traffic, and failures alone decide nothing");
            return Decision.INCONCLUSIVE;
        }
        int passed = (int) scored.stream().filter(Scored::candidate).count();
        Interval interval = Proportions.wilson(passed, scored.size(), Power.z(1 - config.alpha()));
        reasons.add(said(
                "passes %d of %d cases; with one-sided confidence %.0f %% at least %.3f, at most %.3f, and %.3f is asked for",
                passed,
                scored.size(),
                (1 - config.alpha()) * 100,
                interval.lower(),
                interval.upper(),
                config.minPassRate()));
        if (scored.size() < config.minCases()) {
            reasons.add(said("%d cases are too few; %d are needed", scored.size(), config.minCases()));
            return Decision.INCONCLUSIVE;
        }
        if (interval.lower() >= config.minPassRate()) {
            return Decision.PROMOTE;
        }
        return interval.upper() < config.minPassRate() ? Decision.HOLD : Decision.INCONCLUSIVE;
    }

    private Decision compared(
            List<Scored> random, List<Scored> all, WeightedDifference weighted, List<String> reasons) {
        PairedComparison draw = paired(random);
        Interval tango = draw.tango(Power.z(1 - config.alpha()));
        Interval interval = weighted.interval(2 * config.alpha());
        double lower = Math.min(tango.lower(), interval.lower());
        double upper = Math.max(tango.upper(), interval.upper());
        reasons.add(said(
                "on %d cases drawn from all traffic the candidate alone passes %d, the baseline alone %d: difference %+.3f, weighted %+.3f, in [%+.3f, %+.3f]",
                draw.cases(), draw.wins(), draw.losses(), draw.difference(), weighted.estimate(), lower, upper));
        PairedComparison failures = paired(all.stream()
                .filter(one -> one.graded().stratum().equals("failure"))
                .toList());
        if (failures.cases() > 0) {
            reasons.add(said(
                    "on %d cases that production failed the candidate alone passes %d, the baseline alone %d; these inform and may block, but never promote",
                    failures.cases(), failures.wins(), failures.losses()));
        }
        if (failures.losses() > failures.wins() && failures.twoSidedP() < config.alpha()) {
            reasons.add(said(
                    "it fails more of what production failed than the baseline does (p %.4f)", failures.twoSidedP()));
            return Decision.HOLD;
        }
        if (lower > -config.margin()) {
            reasons.add(said("it is not worse by more than the margin of %.3f", config.margin()));
            return Decision.PROMOTE;
        }
        if (upper < 0) {
            reasons.add("it is worse");
            return Decision.HOLD;
        }
        reasons.add(said(
                "the cases do not decide it: a difference of %.3f could be seen, the margin is %.3f",
                Power.minimumDetectable(weighted.standardError(), config.alpha(), 0.8), config.margin()));
        return Decision.INCONCLUSIVE;
    }

    private static Verdict verdict(
            Comparison comparison,
            List<Scored> scored,
            int ungraded,
            int errors,
            Decision decision,
            List<String> reasons,
            Optional<WeightedDifference> weighted) {
        PairedComparison all = paired(scored);
        Optional<Interval> interval = weighted.map(estimate -> estimate.interval(0.1));
        boolean compared = comparison.baseline().isPresent() && !scored.isEmpty();
        return new Verdict(
                Digest.of(
                                comparison.suite(),
                                comparison.version(),
                                comparison.candidate(),
                                comparison.baseline().orElse(""),
                                scored.toString())
                        .id(),
                comparison.suite(),
                comparison.version(),
                comparison.candidate(),
                comparison.baseline(),
                decision,
                reasons,
                scored.size(),
                ungraded,
                errors,
                rate(scored.stream().filter(Scored::candidate).count(), scored.size()),
                compared
                        ? Optional.of(rate(
                                scored.stream()
                                        .filter(one -> one.baseline().orElse(false))
                                        .count(),
                                scored.size()))
                        : Optional.empty(),
                all.wins(),
                all.losses(),
                compared ? Optional.of(all.twoSidedP()) : Optional.empty(),
                weighted.map(WeightedDifference::estimate),
                interval.map(Interval::lower),
                interval.map(Interval::upper));
    }

    private static WeightedDifference weighted(List<Scored> scored) {
        Collection<WeightedDifference.Observation> observations = scored.stream()
                .map(one -> new WeightedDifference.Observation(
                        one.difference(),
                        one.graded().inclusionProbability(),
                        one.graded().leakGroup()))
                .toList();
        return WeightedDifference.of(observations);
    }

    private static PairedComparison paired(List<Scored> scored) {
        int wins = 0;
        int losses = 0;
        for (Scored one : scored) {
            wins += one.difference() > 0 && one.baseline().isPresent() ? 1 : 0;
            losses += one.difference() < 0 ? 1 : 0;
        }
        return new PairedComparison(scored.size(), wins, losses);
    }

    private static Optional<Message> answer(Trials trials, Case one) {
        return Optional.ofNullable(trials.trials().get(one.caseId())).map(trial -> trial.answer());
    }

    private static boolean isScore(Judgement judgement) {
        return judgement.fold(score -> true, unscored -> false);
    }

    private static boolean passed(Judgement judgement) {
        return judgement.fold(Judgement.Score::passed, unscored -> false);
    }

    private static double rate(long passed, int of) {
        return of == 0 ? 0 : (double) passed / of;
    }

    private static String said(String sentence, Object... figures) {
        return String.format(Locale.ROOT, sentence, figures);
    }
}
