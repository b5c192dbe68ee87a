package dev.logmill.eval.verdict;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.table.RecordShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One decision about one candidate: one row of table {@code verdicts}. */
public record Verdict(
        @Doc("Digest of suite version, models and what they scored")
        String verdictId,

        @Doc("The suite") String suite,
        @Doc("Its version") String version,
        @Doc("The candidate's name in logmill.yaml") String candidate,
        @Doc("The baseline's name, where there is one") Optional<String> baseline,
        @Doc("The decision") Decision decision,
        @Doc("Why, a sentence each, with figures") List<String> reasons,
        @Doc("Cases that were graded for every model") int cases,

        @Doc("Of them from the random draw over all traffic, which alone may promote")
        int randomCases,

        @Doc("Leak groups that these are of; cases of one group are one witness")
        int randomGroups,

        @Doc("Of the graded cases those whose right answer is one that production gave itself, which favours it")
        int ownReferences,

        @Doc("Cases without a reference that their graders can judge by")
        int ungraded,

        @Doc("Cases without a whole answer, for reasons that are not the model's")
        int infraErrors,

        @Doc("Cases that only the candidate has no score for, whatever the reason")
        int candidateMissing,

        @Doc("Cases that only the baseline has no score for")
        int baselineMissing,

        @Doc("Candidate's pass rate on the graded cases, unweighted; none where nothing was graded")
        Optional<Double> candidatePassRate,

        @Doc("Baseline's pass rate on the graded cases, unweighted")
        Optional<Double> baselinePassRate,

        @Doc("Candidate alone passed") int wins,
        @Doc("Baseline alone passed") int losses,

        @Doc("Exact McNemar test over all graded cases, two-sided")
        Optional<Double> pValue,

        @Doc(
                "Difference in pass rate over all traffic, from the random draw, each case weighted by what it stands for; without a baseline the candidate's pass rate on the random draw")
        Optional<Double> estimate,

        @Doc("Lower end of its interval, the one that decided")
        Optional<Double> lower,

        @Doc("Upper end of its interval, the one that decided")
        Optional<Double> upper,

        @Doc("Two-sided confidence of the interval: 1 - 2 alpha")
        double confidence) {
    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** The same with one more reason; its id stays, since nothing else was measured. */
    Verdict withReason(String reason) {
        List<String> more = new ArrayList<>(reasons);
        more.add(reason);
        return RecordShape.of(Verdict.class).with(this, "reasons", more);
    }
}
