package dev.logmill.eval.suite;

/**
 * A candidate that was drawn.
 *
 * @param caseId digest of suite and input
 * @param random the draw over all traffic had it
 * @param randomProbability that the draw over all traffic had it
 * @param probability that it was drawn, over all ways that it could have been
 */
public record Pick(Candidate candidate, String caseId, boolean random, double randomProbability, double probability) {}
