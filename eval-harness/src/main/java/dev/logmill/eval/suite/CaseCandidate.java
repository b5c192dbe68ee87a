package dev.logmill.eval.suite;

import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Side;

/**
 * One occurrence that could become a case tonight: one of tonight's, or an older one that tonight's feedback calls bad.
 *
 * @param failing its label says that it was bad, with evidence
 * @param inLottery the draw over all traffic may have it: it is tonight's, and its leak groups are on the test side by
 *     their own lot, not because a failure took them there
 * @param own the leak group of its person
 * @param input the leak group of its input; another only where very many people sent it
 * @param movable a failure may take its own group to the test side, see {@link TestRoom}
 * @param room probability that a failure may take such a group there
 */
public record CaseCandidate(
        Provenance provenance,
        boolean failing,
        boolean inLottery,
        Place own,
        Place input,
        boolean movable,
        double room) {
    /** A leak group by its anchor, and its side. */
    public record Place(String group, Side side) {
        boolean onTest() {
            return side == Side.TEST;
        }
    }

    String runId() {
        return provenance.runId();
    }

    /** Whether its input is one that very many people send. */
    boolean ofMany() {
        return !own.group().equals(input.group());
    }

    /** Whether the draw of failures may have it. */
    boolean failureInReach() {
        return failing && (own.onTest() ? input.onTest() : movable && !ofMany());
    }

    /** Probability that its own group comes to the test side for its failure alone; that of an input of many never does. */
    double share() {
        return ofMany() ? 0 : room;
    }

    /** Probability that it is on the test side by lot: its input may have a lot of its own. */
    double byLot(double testShare) {
        return ofMany() ? testShare * testShare : testShare;
    }

    /** Whether it is on the test side, but may not be used there, since its input is on another. */
    public boolean barred() {
        return own.onTest() && !input.onTest();
    }
}
