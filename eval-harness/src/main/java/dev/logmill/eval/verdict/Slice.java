package dev.logmill.eval.verdict;

import dev.logmill.eval.statistics.Holm;
import dev.logmill.eval.statistics.PairedComparison;
import dev.logmill.eval.statistics.SignFlip;
import dev.logmill.eval.statistics.WeightedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a suite on which the candidate may not be worse, whatever it is over all: what production failed, and the
 * random sample by each grader. A slice can block and never promotes. Cases whose reference production gave are in none: an
 * equal model looks worse on them.
 *
 * @param name for a person
 * @param counts wins and losses on it
 * @param groups leak groups that its cases are of
 * @param worse probability of a loss as great between equal models: sign flips over leak groups, by Holm's correction over
 *     all slices
 */
record Slice(String name, PairedComparison counts, int groups, double worse) {
    static final String FAILED = "what production failed";

    static List<Slice> of(List<GradedCase> graded, double alpha) {
        Map<String, List<GradedCase>> parts = new TreeMap<>();
        for (GradedCase one : graded) {
            if (one.graded().ownReference()) {
                continue;
            }
            if (one.graded().productionFailed()) {
                parts.computeIfAbsent(FAILED, name -> new ArrayList<>()).add(one);
            }
            if (one.graded().randomSample()) {
                String grader = one.graded().graders().get(0).kind().name().toLowerCase(Locale.ROOT);
                parts.computeIfAbsent("cases graded by " + grader, name -> new ArrayList<>())
                        .add(one);
            }
        }
        List<String> names = List.copyOf(parts.keySet());
        List<List<GradedCase>> members = List.copyOf(parts.values());
        List<Double> worse = Holm.adjusted(members.stream()
                .map(cases -> worse(cases, alpha / members.size()))
                .toList());
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<GradedCase> cases = members.get(i);
            slices.add(new Slice(names.get(i), GradedCase.paired(cases), GradedCase.groups(cases), worse.get(i)));
        }
        return slices;
    }

    /** 1 where it is not worse at all, which needs no flipping of signs. */
    private static double worse(List<GradedCase> cases, double alpha) {
        WeightedDifference difference = GradedCase.overCases(cases);
        return difference.estimate() < 0 ? SignFlip.less(difference.clusterSums(), alpha) : 1;
    }
}
