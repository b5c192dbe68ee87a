package dev.logmill.curation.privacy.detect;

import java.util.Set;
import java.util.function.Consumer;

/** Ids that are told by what they are called right before them; see {@link CalledId}. */
public final class CalledIdDetector implements Detector {
    private static final Set<String> WORDS = CalledSearch.words(CalledId.ALL);

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= 1;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        CalledSearch.in(scan, label, CalledId.ALL, cues -> cues.endWith(WORDS) || CalledId.isSaid(cues), sink);
    }
}
