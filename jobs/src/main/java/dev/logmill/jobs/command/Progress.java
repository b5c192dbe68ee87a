package dev.logmill.jobs.command;

/** A line that tells a person what goes on; where standard error is no terminal, nothing. */
final class Progress {
    private static final boolean SEEN = System.console() != null;

    private Progress() {}

    static void say(String text, Object... parts) {
        if (SEEN) {
            System.err.print("\r\u001b[K" + text.formatted(parts));
            System.err.flush();
        }
    }

    static void done() {
        if (SEEN) {
            System.err.print("\r\u001b[K");
            System.err.flush();
        }
    }
}
