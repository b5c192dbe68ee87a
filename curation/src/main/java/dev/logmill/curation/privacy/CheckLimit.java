package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Detector;
import java.io.Serializable;
import java.time.Duration;

/**
 * The time that the check of one row may take: what takes longer fails, and its row is not kept. The clock is asked behind a
 * detector whenever so many chars were looked at, and at the end of the row, so that a check needs no thread of its own. All
 * detectors here are linear in their text, so that each comes to its end.
 */
final class CheckLimit implements Serializable {
    /** Far beyond what a row of the largest size takes. */
    static final Duration USUAL = Duration.ofSeconds(60);

    private static final int CHARS = 1 << 16;

    private final Duration most;
    private transient long begun;
    private transient long chars;
    private transient boolean open;

    CheckLimit(Duration most) {
        this.most = most;
    }

    /** The check of a row begins. */
    void begin() {
        open = true;
        begun = System.nanoTime();
        chars = 0;
    }

    /** The check has come to its end, in time or not; it fails here at the latest. */
    void end() throws PrivacyFailure {
        check("the check as a whole");
    }

    /** Nothing is being checked any more, however the check came to its end. */
    void close() {
        open = false;
    }

    /** Whether a row is being checked. */
    boolean isOpen() {
        return open;
    }

    /** A detector has looked at so many chars. */
    void looked(int length, Detector detector) throws PrivacyFailure {
        chars += length;
        if (chars >= CHARS) {
            chars = 0;
            check(detector.name());
        }
    }

    private void check(String what) throws PrivacyFailure {
        if (System.nanoTime() - begun > most.toNanos()) {
            throw new PrivacyFailure("%s ran longer than %s".formatted(what, most));
        }
    }
}
