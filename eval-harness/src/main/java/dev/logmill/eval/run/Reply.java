package dev.logmill.eval.run;

import java.util.Optional;

/**
 * What came of asking once, retries included.
 *
 * @param transcript what the model gave back, where it did
 * @param requests sent for it
 */
record Reply(Outcome outcome, Optional<Transcript> transcript, int requests) {
    static Reply without(Outcome outcome, int requests) {
        return new Reply(outcome, Optional.empty(), requests);
    }
}
