package dev.logmill.curation.privacy.detect;

import java.io.Serializable;
import java.util.function.Consumer;

/** Finds one type of identifier in text, in time linear in its length. */
public interface Detector extends Serializable {
    /** Whether a text with these signs can hold one at all; spares {@link #find} most texts, where signs tell. */
    default boolean mayFind(Signs signs) {
        return true;
    }

    /**
     * Tells each identifier to the sink, in no order.
     *
     * @param label the JSON key that the text stands under; empty where there is none
     */
    void find(Scan scan, String label, Consumer<Finding> sink);

    /** What it is called in results and in failures. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** How sure it is of what it finds, 0 to 1: certain, where a form or a checksum leaves no doubt. */
    default double score() {
        return 1;
    }
}
