package dev.logmill.eval.verdict;

import dev.logmill.eval.grade.CaseGrading;
import dev.logmill.eval.grade.Judgement;
import dev.logmill.eval.run.Outcome;
import dev.logmill.eval.run.Transcript;
import dev.logmill.eval.suite.Case;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every case of a comparison, in the one state that it ends in.
 *
 * @param graded cases with a score for every model
 * @param candidateMissing cases that only the candidate has no score for; it stands as failing them
 * @param baselineMissing cases that only the baseline has no score for; it stands as failing them
 * @param ungraded cases without a score though no answer is missing: without a right answer, with one that only a judge could
 *     compare, or with an answer that nobody can tell
 * @param unanswered cases that a model has no whole answer to, by what happened; where both failed, by the candidate's
 */
record Scoring(
        List<GradedCase> graded,
        List<GradedCase> candidateMissing,
        List<GradedCase> baselineMissing,
        int ungraded,
        Map<Outcome, Integer> unanswered) {
    static Scoring of(Comparison comparison) {
        List<GradedCase> graded = new ArrayList<>();
        List<GradedCase> candidateMissing = new ArrayList<>();
        List<GradedCase> baselineMissing = new ArrayList<>();
        Map<Outcome, Integer> unanswered = new EnumMap<>(Outcome.class);
        int ungraded = 0;
        for (Case one : comparison.cases()) {
            Optional<Mark> candidate = mark(comparison.candidate(), one);
            Optional<Mark> baseline = comparison.baseline().flatMap(model -> mark(model, one));
            boolean compared = comparison.baseline().isPresent();
            Optional<Outcome> missing = one.gradable() ? missing(comparison, one) : Optional.empty();
            missing.ifPresent(outcome -> unanswered.merge(outcome, 1, Integer::sum));
            if (candidate.isPresent() && (baseline.isPresent() || !compared)) {
                graded.add(new GradedCase(one, candidate.get(), baseline));
                continue;
            }
            ungraded += missing.isEmpty() ? 1 : 0;
            if (candidate.isPresent()) {
                baselineMissing.add(new GradedCase(one, candidate.get(), Optional.of(Mark.MISSING)));
            } else if (baseline.isPresent() || (!compared && missing.isPresent())) {
                candidateMissing.add(new GradedCase(one, Mark.MISSING, baseline));
            }
        }
        return new Scoring(
                List.copyOf(graded), List.copyOf(candidateMissing), List.copyOf(baselineMissing), ungraded, unanswered);
    }

    int unansweredCases() {
        return unanswered.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The unanswered by what happened, for a person. */
    String unansweredByOutcome() {
        return unanswered.entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Share of the cases that could be graded, had they been answered. */
    double unansweredShare() {
        int asked = graded.size() + unansweredCases();
        return asked == 0 ? 0 : (double) unansweredCases() / asked;
    }

    private static Optional<Outcome> missing(Comparison comparison, Case one) {
        Outcome candidate = comparison.candidate().trials().outcome(one.caseId());
        if (candidate != Outcome.ANSWERED) {
            return Optional.of(candidate);
        }
        return comparison
                .baseline()
                .map(baseline -> baseline.trials().outcome(one.caseId()))
                .filter(outcome -> outcome != Outcome.ANSWERED);
    }

    private static Optional<Mark> mark(Comparison.Contender model, Case one) {
        return one.gradable()
                ? model.trials().answered(one.caseId()).flatMap(said -> mark(one, said))
                : Optional.empty();
    }

    private static Optional<Mark> mark(Case one, Transcript said) {
        Judgement judgement = CaseGrading.judge(one.graders(), one.reference(), said.answer());
        return judgement.fold(
                score -> Optional.of(new Mark(score.passed(), score.explanation(), Optional.of(said))),
                unscored -> Optional.empty());
    }
}
