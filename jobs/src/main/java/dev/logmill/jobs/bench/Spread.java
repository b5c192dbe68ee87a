package dev.logmill.jobs.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Least, median and greatest of some measurements: a figure without its spread says little. */
public record Spread(double least, double median, double greatest) {
    /** The spread of at least one measurement; of an even number the median is the mean of the middle two. */
    public static Spread of(Collection<Double> measured) {
        List<Double> sorted = measured.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%8.2f  (%.2f to %.2f)", median, least, greatest);
    }
}
