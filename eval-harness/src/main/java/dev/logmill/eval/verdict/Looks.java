package dev.logmill.eval.verdict;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How often one has looked before. Each look may promote a model that is no better with probability alpha, so of many nights,
 * or of many candidates on the same cases, some will: with k looks in at most k alpha of all evaluations (Boole's inequality;
 * it needs no independence).
 *
 * @param atVersion other verdicts on this version of the suite
 * @param atCandidate other verdicts about this candidate on any version of it
 */
record Looks(int atVersion, int atCandidate) {
    /** The looks before one that has come to this verdict. */
    static Looks before(Verdict verdict, Collection<Verdict> earlier) {
        List<Verdict> others = earlier.stream()
                .filter(one -> one.suite().equals(verdict.suite())
                        && !one.verdictId().equals(verdict.verdictId())
                        && couldPromote(one))
                .toList();
        return new Looks(
                (int) others.stream()
                        .filter(one -> one.version().equals(verdict.version()))
                        .count(),
                (int) others.stream()
                        .filter(one -> one.candidate().equals(verdict.candidate()))
                        .count());
    }

    /** A verdict that nothing came of, as where the endpoint was down, was no look at the cases. */
    private static boolean couldPromote(Verdict one) {
        return one.decision() != Decision.INVALID && one.cases() > 0;
    }

    boolean any() {
        return atVersion + atCandidate > 0;
    }

    String sentence(double alpha) {
        int most = 1 + Math.max(atVersion, atCandidate);
        return String.format(
                Locale.ROOT,
                "this suite version had %d other verdicts, this candidate %d on versions of this suite: with so many looks a model"
                        + " that is no better is promoted at least once with a probability of up to %.0f %%, not %.0f %%",
                atVersion,
                atCandidate,
                100 * Math.min(1, most * alpha),
                100 * alpha);
    }
}
