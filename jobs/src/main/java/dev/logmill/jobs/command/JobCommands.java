package dev.logmill.jobs.command;

import dev.logmill.jobs.line.AssembleJob;
import dev.logmill.jobs.line.CurateJob;
import dev.logmill.jobs.line.DatasetsJob;
import dev.logmill.jobs.line.IngestJob;
import dev.logmill.jobs.line.Line;
import dev.logmill.jobs.line.ScoreJob;
import dev.logmill.jobs.line.SuitesJob;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Each box of the line alone: the same result as within a night. */
final class JobCommands {
    private JobCommands() {}

    private abstract static class OneJob implements Callable<Integer> {
        @Mixin
        private final CommonOptions common = new CommonOptions();

        @Mixin
        private final NightOption night = new NightOption();

        private final String job;

        OneJob(String job) {
            this.job = job;
        }

        @Override
        public Integer call() {
            return NightRun.command(common, night.night(), List.of(Line.job(job)));
        }
    }

    @Command(name = IngestJob.NAME, mixinStandardHelpOptions = true, description = "Raw objects to spans and signals.")
    static final class Ingest extends OneJob {
        Ingest() {
            super(IngestJob.NAME);
        }
    }

    @Command(name = AssembleJob.NAME, mixinStandardHelpOptions = true, description = "Spans to runs.")
    static final class Assemble extends OneJob {
        Assemble() {
            super(AssembleJob.NAME);
        }
    }

    @Command(name = CurateJob.NAME, mixinStandardHelpOptions = true, description = "Runs to pairs and rejections.")
    static final class Curate extends OneJob {
        Curate() {
            super(CurateJob.NAME);
        }
    }

    @Command(name = ScoreJob.NAME, mixinStandardHelpOptions = true, description = "Signals to labels.")
    static final class Score extends OneJob {
        Score() {
            super(ScoreJob.NAME);
        }
    }

    @Command(name = SuitesJob.NAME, mixinStandardHelpOptions = true, description = "Cases and suite versions.")
    static final class Suites extends OneJob {
        Suites() {
            super(SuitesJob.NAME);
        }
    }

    @Command(name = DatasetsJob.NAME, mixinStandardHelpOptions = true, description = "Dataset releases.")
    static final class Datasets extends OneJob {
        Datasets() {
            super(DatasetsJob.NAME);
        }
    }
}
