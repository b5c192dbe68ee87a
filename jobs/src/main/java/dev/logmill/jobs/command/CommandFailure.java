package dev.logmill.jobs.command;

/** A command cannot do what was asked; the message says what, where and what would be right. */
public class CommandFailure extends RuntimeException {
    public CommandFailure(String message) {
        super(message);
    }

    /** It was asked in a way that cannot be meant: exit code 2. */
    public static final class Usage extends CommandFailure {
        public Usage(String message) {
            super(message);
        }
    }
}
