package dev.logmill.eval.suite;

import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Side;

/**
 * One occurrence that could become a case tonight: one of tonight's, or an older one that tonight's feedback calls bad.
 *
 * @param failing its label says that it was bad, with evidence
 * @param inLottery the draw over all traffic may have it: it is tonight's, and its leak group is on the test side by the
 *     group's own lot, not because a failure took it there
 * @param group anchor of its leak group, as it stands
 * @param side the group's side
 * @param movable a failure may take the group to the test side, see {@link TestRoom}
 * @param reach probability that a failure of this group is on the test side or may be taken there
 */
public record Candidate(
        Provenance provenance,
        boolean failing,
        boolean inLottery,
        String group,
        Side side,
        boolean movable,
        double reach) {
    String runId() {
        return provenance.runId();
    }

    /** Whether the draw of failures may have it. */
    boolean failureInReach() {
        return failing && (side == Side.TEST || movable);
    }
}
