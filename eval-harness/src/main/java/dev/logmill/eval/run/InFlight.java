package dev.logmill.eval.run;

/**
 * How many requests one endpoint gets at once: as many as configured while it keeps up, half as many whenever it says that
 * this is too much, and one more for every round that it answers (additive increase, multiplicative decrease; Chiu and
 * Jain 1989). Requests that were under way when it was last halved say nothing new.
 */
final class InFlight {
    private final int most;
    private double limit;
    private int inside;
    private int round;

    InFlight(int most) {
        this.most = most;
        this.limit = most;
    }

    /** Waits for a place and takes it; gives the round it belongs to. */
    synchronized int enter() throws InterruptedException {
        while (inside >= (int) limit) {
            wait();
        }
        inside++;
        return round;
    }

    /** Gives the place back. */
    synchronized void leave(int entered, Load load) {
        inside--;
        if (load == Load.TOO_MUCH && entered == round) {
            limit = Math.max(1, limit / 2);
            round++;
        } else if (load == Load.FINE) {
            limit = Math.min(most, limit + 1 / limit);
        }
        notifyAll();
    }

    /** Most requests at once, as things stand. */
    synchronized int limit() {
        return (int) limit;
    }

    /** What a request says of the endpoint's load. */
    enum Load {
        FINE,
        TOO_MUCH,
        UNKNOWN;

        static Load ofStatus(int status) {
            return status == 429 || status == 503 ? TOO_MUCH : status == 200 ? FINE : UNKNOWN;
        }
    }
}
