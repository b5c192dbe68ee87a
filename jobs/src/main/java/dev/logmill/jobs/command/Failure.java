package dev.logmill.jobs.command;

import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.publish.PublishException;
import dev.logmill.eval.verdict.Decision;
import dev.logmill.jobs.config.ConfigException;

/**
 * What a failure is to whoever started a command.
 *
 * @param code the exit code
 * @param message what went wrong, never with text of the log
 * @param expected it is one that Logmill tells itself
 */
public record Failure(int code, String message, boolean expected) {
    public static Failure of(Exception failure) {
        if (failure instanceof CommandFailure.HeavyNight) {
            return new Failure(CommandFailure.HeavyNight.EXIT_CODE, told(failure), true);
        }
        if (failure instanceof CommandFailure.InvalidEvaluation) {
            return new Failure(Decision.INVALID.exitCode(), told(failure), true);
        }
        if (failure instanceof ConfigException || failure instanceof CommandFailure.Usage) {
            return new Failure(2, told(failure), true);
        }
        boolean expected = failure instanceof LakeException
                || failure instanceof PublishException
                || failure instanceof CommandFailure;
        // What others say of a failure may quote what they failed at.
        return new Failure(
                1, expected ? told(failure) : "unexpected " + failure.getClass().getName(), expected);
    }

    private static String told(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
