package dev.logmill.curation.privacy;

import java.util.Locale;

/** How many of so many, with the interval of Wilson (1927) at 95 %. */
record Ratio(int hits, int of) {
    private static final double Z = 1.959964;

    double rate() {
        return of == 0 ? 1 : (double) hits / of;
    }

    double low() {
        return of == 0 ? 0 : centre() - spread();
    }

    double high() {
        return of == 0 ? 1 : centre() + spread();
    }

    private double centre() {
        return (rate() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double spread() {
        double rate = rate();
        return Z / (1 + Z * Z / of) * Math.sqrt(rate * (1 - rate) / of + Z * Z / (4.0 * of * of));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f] (%d of %d)", rate(), low(), high(), hits, of);
    }
}
