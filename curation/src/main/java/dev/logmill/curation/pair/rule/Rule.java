package dev.logmill.curation.pair.rule;

import dev.logmill.curation.pair.Candidate;
import java.io.Serializable;

/** Judges one thing about a candidate, from the candidate alone. */
@FunctionalInterface
public interface Rule extends Serializable {
    /** Keeps the candidate, or drops it with the measured value. */
    Decision judge(Candidate candidate);
}
