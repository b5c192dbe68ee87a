package dev.logmill.eval.suite;

import dev.logmill.curation.table.Doc;
import java.time.LocalDate;
import java.util.List;

/**
 * One draw of one suite on one night: one row of table {@code draws}. What inclusion probabilities are worked out from, for
 * an occurrence that was not drawn counts as much as one that was.
 */
public record Lottery(
        @Doc("The suite") String suite,
        @Doc("traffic or failure") String kind,
        @Doc("Runs that it could draw") int members,
        @Doc("Runs that it drew") int drawn,

        @Doc("Probability of each run; where there was none, of one if there had been")
        double probability,

        @Doc("The curation that it had come to: it drew from edges that were new since the suite's draw before")
        long curated,

        @Doc("On failure: what failed, in the draw's reach or not")
        List<Failed> failed,

        @Doc("The night") LocalDate night,
        @Doc("The suites job that drew") long batch) {
    static final String TRAFFIC = "traffic";
    static final String FAILURE = "failure";

    public Lottery {
        failed = List.copyOf(failed);
    }

    /** An input that failed in one leak group. */
    public record Failed(
            @Doc("Digest of suite and input, as in cases") String caseId,
            @Doc("Anchor of the leak group, as it was") String leakGroup,

            @Doc("Probability that the failure took a group like it to the test side, where its lot had not")
            double share,

            @Doc("Runs of that group that failed at it") int runs) {}

    /** Probability that none of some of its members is drawn: they are drawn without replacement. */
    double missed(int runs) {
        if (members == 0) {
            return Math.pow(1 - probability, runs);
        }
        double missed = 1;
        for (int i = 0; i < runs; i++) {
            int others = members - i;
            missed *= others <= drawn ? 0 : (double) (others - drawn) / others;
        }
        return missed;
    }
}
