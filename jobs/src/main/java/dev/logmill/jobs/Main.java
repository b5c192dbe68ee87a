package dev.logmill.jobs;

import dev.logmill.jobs.command.CommandFailure;
import dev.logmill.jobs.command.Failure;
import dev.logmill.jobs.command.Logmill;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

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
        line.registerConverter(LocalDate.class, Main::date);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(arguments);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw new TypeConversionException("'%s' is no date, which must be yyyy-MM-dd".formatted(text));
        }
    }

    private static int explained(Exception failure, CommandLine line, ParseResult parsed) {
        Failure told = Failure.of(failure);
        if (failure instanceof CommandFailure.HeavyNight) {
            return told.code();
        }
        if (told.expected()) {
            System.err.println((told.code() == 2 ? "" : "logmill: ") + told.message());
        } else {
            System.err.println("logmill: unexpected " + failure);
            failure.printStackTrace(System.err);
        }
        return told.code();
    }
}
