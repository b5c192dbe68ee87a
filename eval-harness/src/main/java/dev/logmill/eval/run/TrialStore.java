package dev.logmill.eval.run;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where trials are kept. */
public interface TrialStore {
    /** The trials with these keys that are kept; of no others is more than the key read. */
    List<Trial> kept(Set<String> trialKeys);

    /** Keeps trials, for good, before it returns. */
    void keep(Collection<Trial> trials);
}
