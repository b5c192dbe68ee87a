package dev.logmill.jobs.command;

import dev.logmill.jobs.line.RewrapJob;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** After the vault's master key was changed: once this is done nothing needs the one before it. */
@Command(
        name = RewrapJob.NAME,
        mixinStandardHelpOptions = true,
        description = "Wrap the keys of sealed originals under the vault's present master key.")
final class RewrapCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        return NightRun.command(common, common.configWithVault(), NightOption.today(), List.of(new RewrapJob()));
    }
}
