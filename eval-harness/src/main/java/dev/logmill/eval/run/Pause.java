package dev.logmill.eval.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The wait that an endpoint's refusals (429) put on every request to it: as long as the endpoint asks for, else twice as
 * long each time, until it answers again. Requests that were under way when a wait began do not make it longer.
 */
final class Pause {
    private final String endpoint;
    private final Patience patience;
    private int round;
    private int refusals;
    private long answers;
    private Duration waited = Duration.ZERO;
    private long until = System.nanoTime();

    Pause(String endpoint, Patience patience) {
        this.endpoint = endpoint;
        this.patience = patience;
    }

    /** Waits for the end of the pause; gives the round that a request sent now belongs to. */
    synchronized int end() throws InterruptedException {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return round;
    }

    /** A request of a round was refused; {@code retryAfter} is what the endpoint asked for. */
    synchronized void refused(int sentIn, Optional<String> retryAfter, Instant now) {
        if (sentIn == round) {
            Duration wait = patience.after(endpoint, refusals, retryAfter, now);
            until = System.nanoTime() + wait.toNanos();
            waited = waited.plus(wait);
            refusals++;
            round++;
        }
    }

    synchronized void answered() {
        answers++;
        refusals = 0;
        waited = Duration.ZERO;
    }

    /** How many requests were answered so far. */
    synchronized long answers() {
        return answers;
    }

    /** Whether it was waited as long as may be, in sum, without an answer in between. */
    synchronized boolean isTooLong() {
        return waited.compareTo(patience.longest()) >= 0;
    }
}
