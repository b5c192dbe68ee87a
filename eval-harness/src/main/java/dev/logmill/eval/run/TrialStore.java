package dev.logmill.eval.run;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where trials are kept. */
public interface TrialStore {
    /** The trials of these questions that are kept, of every attempt; of no others is more than the key read. */
    List<Trial> kept(Set<String> questions);

    /** Keeps trials, for good, before it returns. */
    void keep(Collection<Trial> trials);
}
