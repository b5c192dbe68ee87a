package dev.logmill.curation.ingest.langsmith;

import java.util.Locale;

/** The two lists of a batch, in the order in which they tell of a run. */
enum RunPart {
    POST(0),
    PATCH(1);

    private final int place;

    RunPart(int place) {
        this.place = place;
    }

    /** Of two that were told at one time, which is laid over the other. */
    int place() {
        return place;
    }

    /** The list's name in a batch, and that of the one run in a record made of it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
