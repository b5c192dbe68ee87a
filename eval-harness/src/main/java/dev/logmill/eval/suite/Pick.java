package dev.logmill.eval.suite;

/**
 * An input that was drawn, by one or more of its occurrences.
 *
 * @param candidate the occurrence that the case is made from
 * @param caseId digest of suite and input
 * @param failed the draw of failures had it
 * @param trafficWeight one over the probability of each draw over all traffic that had it, summed; 0 where none had it
 */
public record Pick(CaseCandidate candidate, String caseId, boolean failed, double trafficWeight) {
    /** The same input, drawn by another of its occurrences as well. */
    Pick and(Pick other) {
        return new Pick(candidate, caseId, failed || other.failed, trafficWeight + other.trafficWeight);
    }
}
