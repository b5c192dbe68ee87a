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

    /** Nothing valid can come of an evaluation: exit code 12. No model was asked. */
    public static final class InvalidEvaluation extends CommandFailure {
        public InvalidEvaluation(String message) {
            super(message);
        }
    }

    /** The night holds too much for a JVM that was started light; nothing was done yet. The launcher starts another. */
    public static final class HeavyNight extends CommandFailure {
        public static final int EXIT_CODE = 75;

        public HeavyNight() {
            super("The night holds too much for a JVM that was started light");
        }
    }
}
