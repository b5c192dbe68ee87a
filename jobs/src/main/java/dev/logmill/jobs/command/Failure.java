package dev.logmill.jobs.command;

import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.publish.PublishException;
import dev.logmill.eval.verdict.Decision;
import dev.logmill.jobs.config.ConfigException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
        Optional<Throwable> ours = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(Failure::isOurs)
                .findFirst();
        // What others say of a failure may quote what they failed at.
        String message = ours.map(Failure::told)
                .orElse("unexpected " + failure.getClass().getName());
        return new Failure(1, message, ours.isPresent());
    }

    /** One of ours may be wrapped: Spark hands on what a task met as the cause of a failure of its own. */
    private static boolean isOurs(Throwable failure) {
        return failure instanceof LakeException
                || failure instanceof PublishException
                || failure instanceof CommandFailure;
    }

    private static String told(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
