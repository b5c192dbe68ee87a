package dev.logmill.eval.statistics;

/**
 * Tango's score interval of a paired difference of proportions (Statistics in Medicine 17, 891-908, 1998). Unlike Wald's
 * it keeps a width where no case differs, so that ten identical answers prove little.
 */
final class Tango {
    private static final int STEPS = 60;

    private Tango() {}

    /**
     * The interval. Counts need not be whole: weighted cases enter with their effective number.
     *
     * @param cases cases that both answered
     * @param wins passed by the candidate alone
     * @param losses passed by the baseline alone
     * @param z normal quantile of the confidence, 1.959964 for 95 % two-sided
     */
    static Interval interval(double cases, double wins, double losses, double z) {
        if (cases <= 0) {
            return new Interval(-1, 1);
        }
        double at = (wins - losses) / cases;
        return new Interval(
                root(cases, wins, losses, z, new Interval(-1, at)), root(cases, wins, losses, -z, new Interval(at, 1)));
    }

    /** Where the score statistic takes a value, by bisection; it falls as the difference grows. */
    private static double root(double cases, double wins, double losses, double target, Interval within) {
        double low = within.lower();
        double high = within.upper();
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (score(cases, wins, losses, middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The score statistic of a difference {@code delta}, its nuisance parameter at the constrained maximum. */
    private static double score(double n, double wins, double losses, double delta) {
        double a = 2 * n;
        double b = -wins - losses + (2 * n - wins + losses) * delta;
        double c = -losses * delta * (1 - delta);
        double q = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
        double variance = n * (2 * q + delta * (1 - delta));
        double numerator = wins - losses - n * delta;
        return variance <= 0 ? Math.signum(numerator) * Double.MAX_VALUE : numerator / Math.sqrt(variance);
    }
}
