package dev.logmill.curation.pair;

import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.RunConversation;
import java.util.List;
import java.util.Optional;

/** Why a run gives no job pair; see {@link PairMaker}. */
public enum NoJob {
    /** What they brought in is in the answer and not in the input. */
    HELPED("call tools, or ask retrievers or other agents"),
    /** The steps say all that is logged. */
    SEVERAL_CALLS("have several calls, and no input or answer that these do not show"),
    /** There is nothing to pair. */
    UNANSWERED("log no call, and no input with an answer");

    private final String words;

    NoJob(String words) {
        this.words = words;
    }

    /**
     * Why none of a run's candidates is a job.
     *
     * @param candidates all of the run
     */
    public static Optional<NoJob> of(Run run, List<Candidate> candidates) {
        if (candidates.stream().anyMatch(candidate -> candidate.unit() == PairUnit.JOB)) {
            return Optional.empty();
        }
        if (!new OwnJob(run, new RunConversation(run)).isFunctionOfItsInput()) {
            return Optional.of(HELPED);
        }
        return Optional.of(candidates.isEmpty() ? UNANSWERED : SEVERAL_CALLS);
    }

    /** What such runs do, in words. */
    @Override
    public String toString() {
        return words;
    }
}
