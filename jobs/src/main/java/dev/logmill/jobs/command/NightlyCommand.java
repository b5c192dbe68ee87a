package dev.logmill.jobs.command;

import dev.logmill.jobs.line.Line;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The whole line for one night. */
@Command(name = "nightly", mixinStandardHelpOptions = true, description = "Run the whole line for one night.")
final class NightlyCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final NightOption night = new NightOption();

    @Override
    public Integer call() {
        return NightRun.command(common, night.night(), Line.jobs());
    }
}
