package dev.logmill.eval.verdict;

/** The four ways an evaluation ends, with the exit code that tells them apart. */
public enum Decision {
    PROMOTE(0),
    HOLD(10),
    INCONCLUSIVE(11),
    INVALID(12);

    private final int exitCode;

    Decision(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
