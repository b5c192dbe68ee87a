package dev.logmill.jobs.line;

import java.io.Serializable;

/**
 * How many pairs a dataset refuses for one reason.
 *
 * @param measured what was measured of one of them, the first in the order of texts
 */
record Tally(long count, String measured) implements Serializable {
    /** One pair. */
    static Tally of(String measured) {
        return new Tally(1, measured);
    }

    Tally plus(Tally other) {
        return new Tally(count + other.count, measured.compareTo(other.measured) <= 0 ? measured : other.measured);
    }
}
