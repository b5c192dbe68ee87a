package dev.logmill.curation.pair;

/** The side of a leak group; where groups merge, the later constant here wins. */
public enum Side {
    TRAIN,
    VALIDATION,
    TEST
}
