package dev.logmill.jobs.command;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.trace.Message;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.grade.CaseGrading;
import dev.logmill.eval.run.Outcome;
import dev.logmill.eval.run.Trial;
import dev.logmill.eval.suite.Case;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What models answered to cases, beside the right answer and with what the graders say, for a person. Graded anew from what is
 * kept: a grade is a function of case and answer.
 */
final class GradedAnswers {
    private static final int LONGEST = 500;

    private GradedAnswers() {}

    static List<String> of(Lake lake, Collection<Trial> trials) {
        if (trials.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Case one : lake.rows(EvalTables.CASES)) {
            List<Trial> ofCase = trials.stream()
                    .filter(trial ->
                            trial.caseId().equals(one.caseId()) && trial.suite().equals(one.suite()))
                    .sorted(Comparator.comparing(Trial::model).thenComparing(Trial::trialKey))
                    .toList();
            if (!ofCase.isEmpty()) {
                lines.add("case %s of suite %s".formatted(one.caseId(), one.suite()));
                lines.add("  asked    " + shown(one.input().get(one.input().size() - 1)));
                lines.add("  right    "
                        + one.reference().map(GradedAnswers::shown).orElse("nobody knows"));
                ofCase.forEach(trial -> lines.add("  %-8s %s%n             %s"
                        .formatted(trial.model(), shown(trial.transcript().answer()), grade(one, trial))));
            }
        }
        return lines;
    }

    private static String grade(Case one, Trial trial) {
        if (trial.outcome() != Outcome.ANSWERED) {
            return trial.outcome() == Outcome.FILTERED
                    ? "not graded: the provider's filter took the answer"
                    : "not graded: the answer was cut";
        }
        return CaseGrading.judge(
                        one.graders(), one.reference(), trial.transcript().answer())
                .fold(
                        score -> (score.passed() ? "passes: " : "fails: ") + score.explanation(),
                        unscored -> "not graded: " + unscored.why());
    }

    private static String shown(Message message) {
        return ShownText.cut(ShownText.of(message), LONGEST);
    }
}
