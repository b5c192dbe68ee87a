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
 * @param ungraded cases without a reference, or whose graders could not judge
 * @param unanswered cases that a model has no whole answer to, by what happened; where both failed, by the candidate's
 */
record Scoring(List<GradedCase> graded, int ungraded, Map<Outcome, Integer> unanswered) {
    static Scoring of(Comparison comparison) {
        List<GradedCase> graded = new ArrayList<>();
        Map<Outcome, Integer> unanswered = new EnumMap<>(Outcome.class);
        int ungraded = 0;
        for (Case one : comparison.cases()) {
            if (!one.gradable()) {
                ungraded++;
                continue;
            }
            Optional<Outcome> missing = missing(comparison, one);
            if (missing.isPresent()) {
                unanswered.merge(missing.get(), 1, Integer::sum);
                continue;
            }
            Optional<GradedCase> scored = scored(comparison, one);
            if (scored.isPresent()) {
                graded.add(scored.get());
            } else {
                ungraded++;
            }
        }
        return new Scoring(List.copyOf(graded), ungraded, unanswered);
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

    List<GradedCase> random() {
        return graded.stream().filter(one -> one.graded().randomSample()).toList();
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

    private static Optional<GradedCase> scored(Comparison comparison, Case one) {
        Transcript candidateSaid =
                comparison.candidate().trials().answered(one.caseId()).orElseThrow();
        Optional<Transcript> baselineSaid = comparison
                .baseline()
                .map(baseline -> baseline.trials().answered(one.caseId()).orElseThrow());
        Optional<Boolean> candidate = passed(one, candidateSaid);
        Optional<Boolean> baseline = baselineSaid.flatMap(said -> passed(one, said));
        return candidate.isEmpty() || baseline.isPresent() != baselineSaid.isPresent()
                ? Optional.empty()
                : Optional.of(new GradedCase(one, candidate.get(), baseline, candidateSaid, baselineSaid));
    }

    private static Optional<Boolean> passed(Case one, Transcript said) {
        Judgement judgement = CaseGrading.grade(one.graders(), one.reference(), said.answer());
        return judgement.fold(score -> Optional.of(score.passed()), unscored -> Optional.empty());
    }
}
