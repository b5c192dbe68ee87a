package dev.logmill.jobs.command;

import dev.logmill.jobs.config.Build;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
        name = "logmill",
        versionProvider = Logmill.Version.class,
        mixinStandardHelpOptions = true,
        description = "A batch data flywheel for AI agents: raw logs in, eval suites and fine-tuning datasets out.",
        subcommands = {
            InitCommand.class,
            SniffCommand.class,
            RedactCommand.class,
            SimulateCommand.class,
            DemoCommand.class,
            NightlyCommand.class,
            JobCommands.Ingest.class,
            JobCommands.Assemble.class,
            JobCommands.Curate.class,
            JobCommands.Score.class,
            JobCommands.Suites.class,
            JobCommands.Datasets.class,
            EvaluateCommand.class,
            StatusCommand.class,
            ExplainCommand.class,
            UnsealCommand.class,
            RewrapCommand.class,
            EraseCommand.class,
            ScanCommand.class,
            ReleasesCommand.class,
            DiffCommand.class,
            VerifyCommand.class,
            BenchCommand.class
        })
public final class Logmill implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** The version of the build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Logmill " + Build.version()};
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.out);
        return 2;
    }
}
