package dev.logmill.curation.privacy;

import java.io.Serializable;
import java.util.function.Consumer;

/** Finds one type of identifier in text, in time linear in its length. */
public interface Detector extends Serializable {
    void find(String text, Consumer<Finding> sink);
}
