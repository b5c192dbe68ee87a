package dev.logmill.eval.run;

import java.util.Collection;

/** Which answers of a model count. All that count are of one attempt, so that no two states of a model are mixed. */
public enum Freshness {
    /** Those of its newest attempt, and what that one lacks is asked. */
    KEPT,
    /** Those of an attempt that begins now; earlier ones stay in the table. */
    FRESH;

    /** The number of the attempt that counts. */
    int attempt(Collection<Trial> before) {
        int newest = before.stream().mapToInt(Trial::number).max().orElse(-1);
        return switch (this) {
            case KEPT -> Math.max(newest, 0);
            case FRESH -> newest + 1;
        };
    }
}
