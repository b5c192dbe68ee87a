package dev.logmill.jobs.line;

import dev.logmill.curation.trace.Signal;

/** What tells a signal from others. */
record SignalKey(String signalId) {
    String key() {
        return "signal|" + signalId;
    }

    static String key(Signal signal) {
        return new SignalKey(signal.signalId()).key();
    }
}
