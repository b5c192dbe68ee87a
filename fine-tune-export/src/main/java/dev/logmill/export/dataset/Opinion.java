package dev.logmill.export.dataset;

/**
 * As much of a label as a dataset goes by.
 *
 * @param probability that the pair is good
 * @param lower lower end of the interval
 * @param signals that stand; 0 where nobody gave feedback
 */
public record Opinion(double probability, double lower, int signals) {}
