package dev.logmill.eval.statistics;

/** An interval of confidence. */
public record Interval(double lower, double upper) {
    public boolean holds(double value) {
        return lower <= value && value <= upper;
    }
}
