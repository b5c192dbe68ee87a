package dev.logmill.eval.run;

import java.util.Collection;
import java.util.List;

/** Where answered trials are kept. */
public interface TrialStore {
    /** Trials of a suite that were answered before. */
    List<Trial> answered(String suite);

    /** Keeps trials, for good, before it returns. */
    void keep(Collection<Trial> trials);
}
