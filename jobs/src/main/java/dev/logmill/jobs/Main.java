package dev.logmill.jobs;

import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.publish.PublishException;
import dev.logmill.jobs.command.CommandFailure;
import dev.logmill.jobs.command.Logmill;
import dev.logmill.jobs.config.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The entry point of the launcher and of spark-submit. The only place that catches everything. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = run(arguments);
        System.out.flush();
        System.err.flush();
        // Exit at once: Spark's threads and open connections would keep the process for a while.
        System.exit(code);
    }

    /** Runs a command and gives its exit code: 0 done, 1 failed, 2 usage or configuration; evaluate has more. */
    static int run(String[] arguments) {
        CommandLine line = new CommandLine(new Logmill());
        line.setExecutionExceptionHandler(Main::explained);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(arguments);
    }

    private static int explained(Exception failure, CommandLine line, ParseResult parsed) {
        if (failure instanceof CommandFailure.HeavyNight) {
            return CommandFailure.HeavyNight.EXIT_CODE;
        }
        if (failure instanceof ConfigException || failure instanceof CommandFailure.Usage) {
            System.err.println(failure.getMessage());
            return 2;
        }
        if (failure instanceof LakeException
                || failure instanceof PublishException
                || failure instanceof CommandFailure) {
            System.err.println("logmill: " + failure.getMessage());
            return 1;
        }
        System.err.println("logmill: unexpected " + failure);
        failure.printStackTrace(System.err);
        return 1;
    }
}
