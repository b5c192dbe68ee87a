package dev.logmill.eval.run;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many requests one endpoint gets at once: as many as configured while it keeps up, half as many whenever it says that
 * this is too much, and one more for every round that it answers (additive increase, multiplicative decrease; Chiu and
 * Jain 1989). Requests that were under way when it was last halved say nothing new. Who waits longest comes first: else a request
 * that is refused and sent again could keep the one place for itself, and nothing would ever be answered.
 */
final class InFlight {
    private final int most;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition left = lock.newCondition();
    private double limit;
    private int inside;
    private int round;

    InFlight(int most) {
        this.most = most;
        this.limit = most;
    }

    /** Waits for a place and takes it; gives the round it belongs to. */
    int enter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (inside >= (int) limit) {
                left.await();
            }
            inside++;
            return round;
        } finally {
            lock.unlock();
        }
    }

    /** Gives the place back. */
    void leave(int entered, Load load) {
        lock.lock();
        try {
            inside--;
            if (load == Load.TOO_MUCH && entered == round) {
                limit = Math.max(1, limit / 2);
                round++;
            } else if (load == Load.FINE) {
                limit = Math.min(most, limit + 1 / limit);
            }
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Most requests at once, as things stand. */
    int limit() {
        lock.lock();
        try {
            return (int) limit;
        } finally {
            lock.unlock();
        }
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
