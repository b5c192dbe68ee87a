package dev.logmill.eval.verdict;

import dev.logmill.curation.table.Doc;
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
        @Doc("Cases without a reference") int ungraded,

        @Doc("Cases without an answer, for reasons that are not the model's")
        int infraErrors,

        @Doc("Candidate's pass rate on these cases, unweighted")
        double candidatePassRate,

        @Doc("Baseline's pass rate on these cases, unweighted")
        Optional<Double> baselinePassRate,

        @Doc("Candidate alone passed") int wins,
        @Doc("Baseline alone passed") int losses,
        @Doc("Exact McNemar test, two-sided") Optional<Double> pValue,

        @Doc(
                "Difference in pass rate over all traffic, each case weighted by one over its probability of having been drawn")
        Optional<Double> difference,

        @Doc("Lower end of its interval") Optional<Double> lower,
        @Doc("Upper end of its interval") Optional<Double> upper) {
    public Verdict {
        reasons = List.copyOf(reasons);
    }
}
