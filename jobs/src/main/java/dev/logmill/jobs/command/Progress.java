package dev.logmill.jobs.command;

/** A line that tells a person what goes on; where standard error is no terminal, nothing. */
final class Progress {
    // Java 17 has no console where standard input or output is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static final boolean SEEN = System.console() != null;

    private Progress() {}

    static void say(String text) {
        if (SEEN) {
            System.err.print("\r\u001b[K" + text);
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
