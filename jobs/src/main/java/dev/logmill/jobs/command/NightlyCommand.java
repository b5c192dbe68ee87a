package dev.logmill.jobs.command;

import dev.logmill.jobs.line.JobReport;
import dev.logmill.jobs.line.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole line for one night. */
@Command(name = "nightly", mixinStandardHelpOptions = true, description = "Run the whole line for one night.")
final class NightlyCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "The night, yyyy-MM-dd.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate asOf;

    @Override
    public Integer call() {
        List<JobReport> reports = new NightRun(common.config(), asOf).run(Line.jobs());
        common.summarise(NightRun.summary(asOf, reports));
        return 0;
    }
}
