package dev.logmill.eval.run;

import java.util.Optional;

/**
 * What came of asking once, retries included.
 *
 * @param transcript what the model gave back, where it did
 * @param words what the endpoint said of the failure, redacted
 * @param requests sent for it
 */
record Reply(Outcome outcome, Optional<Transcript> transcript, Optional<String> words, int requests) {
    static Reply failed(Outcome outcome, Optional<String> words, int requests) {
        return new Reply(outcome, Optional.empty(), words, requests);
    }
}
