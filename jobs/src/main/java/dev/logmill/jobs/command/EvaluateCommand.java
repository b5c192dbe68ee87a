package dev.logmill.jobs.command;

import dev.logmill.eval.run.Freshness;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A suite judges a candidate. Starts no Spark: what it waits for is the model. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Judge a candidate model. Exit 0 promote, 10 hold, 11 inconclusive, 12 invalid.")
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--suite",
            required = true,
            paramLabel = "NAME[@VERSION]",
            description = "The suite; its latest version unless one is named.")
    @SuppressWarnings("NullAway.Init")
    private String suite;

    @Option(names = "--candidate", required = true, paramLabel = "NAME", description = "A model of evaluate.models.")
    @SuppressWarnings("NullAway.Init")
    private String candidate;

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description = "The model to compare with; asked as the candidate is, never taken from the logs.")
    @SuppressWarnings("NullAway.Init")
    private String baseline;

    @Option(
            names = "--fresh",
            description =
                    "Ask everything again. Else what a model answered before is kept and not paid again, even if other "
                            + "weights stand behind its name now; its 'revision' in the configuration tells them apart too.")
    private boolean fresh;

    @Override
    public Integer call() throws IOException {
        Evaluation.Judged judged = Evaluation.of(
                        common.configWithoutKey(),
                        suite,
                        candidate,
                        Optional.ofNullable(baseline),
                        fresh ? Freshness.FRESH : Freshness.KEPT)
                .run();
        VerdictReport report = VerdictReport.of(judged);
        report.print();
        common.summarise(report.json());
        return judged.verdict().decision().exitCode();
    }
}
