package dev.logmill.curation.privacy.detect;

import java.util.function.Consumer;

/** Licence plates, by what calls them so and by the forms of countries; see {@link PlateForm}. */
public final class PlateDetector implements Detector {
    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= 1;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        CalledSearch.in(scan, label, PlateForm.ALL, sink);
    }
}
