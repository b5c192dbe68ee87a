package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.night.LakeKey;
import dev.logmill.curation.night.LakeLock;
import dev.logmill.curation.night.OpenJob;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.line.Job;
import dev.logmill.jobs.line.JobReport;
import dev.logmill.jobs.line.Line;
import dev.logmill.jobs.line.LineRun;
import dev.logmill.jobs.line.SparkApplication;
import dev.logmill.jobs.line.Weight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Some boxes of the line for one night, in order, in one Spark application. */
final class NightRun {
    /**
     * Set by the launcher where it started the JVM for a short life: one quick compiler, one thread to collect garbage.
     * That halves the cost of a small night and doubles that of a large one.
     */
    private static final String LIGHT = "logmill.light";

    private static final long LIGHT_BYTES = 96L << 20;

    private static final String OTHER_KEY =
            "privacy: this is not the key that the pseudonyms of the lake %s were made under. Under another key everybody"
                    + " would be somebody new; give the first key back, or name a new lake";

    private final LogmillConfig config;
    private final LocalDate asOf;
    private final List<JobReport> reports = new ArrayList<>();
    private String atWork = "";

    NightRun(LogmillConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /** Runs the jobs as a command does: the summary is written however that ends. Gives the exit code. */
    static int command(CommonOptions common, LocalDate asOf, List<Job> jobs) {
        return command(common, common.config(), asOf, jobs);
    }

    /** The same with a configuration that was read already. */
    static int command(CommonOptions common, LogmillConfig config, LocalDate asOf, List<Job> jobs) {
        NightRun night = new NightRun(config, asOf);
        try {
            night.refuseWhereTooHeavy(jobs);
            night.run(jobs);
            common.summarise(night.summary());
            return night.exitCode();
        } catch (CommandFailure.HeavyNight started) {
            throw started;
        } catch (Exception failed) {
            common.summarise(night.summary(Failure.of(failed)));
            throw failed;
        }
    }

    private void refuseWhereTooHeavy(List<Job> jobs) {
        if (Boolean.getBoolean(LIGHT) && Weight.of(jobs, config, CommonOptions.lake(config), asOf) > LIGHT_BYTES) {
            throw new CommandFailure.HeavyNight();
        }
    }

    /** Runs the jobs; prints a line each. */
    void run(List<Job> jobs) {
        Lake lake = CommonOptions.lake(config);
        String purpose = "%s --as-of %s".formatted(title(jobs), asOf);
        try (LakeLock held = LakeLock.take(lake, purpose, CommonOptions::waits)) {
            if (!LakeKey.isKeyOf(lake, config.keyFingerprint())) {
                throw new CommandFailure.Usage(OTHER_KEY.formatted(lake.root()));
            }
            new LineRun(
                            config,
                            lake,
                            AllTables.LIST,
                            () -> SparkApplication.start("logmill " + purpose, config.spark()))
                    .run(jobs, asOf, new Told());
        }
    }

    private static String title(List<Job> jobs) {
        List<String> names = jobs.stream().map(Job::name).toList();
        return names.contains(Line.ERASE) ? Line.ERASE : jobs.size() > 1 ? "nightly" : names.get(0);
    }

    /** Tells a person, and keeps what the summary tells. */
    private final class Told implements LineRun.Watch {
        @Override
        public void recovered(Optional<OpenJob> undone) {
            undone.ifPresent(open -> System.err.printf(
                    "Undid %s of %s, which an earlier process left half-way.%n", open.job(), open.asOf()));
        }

        @Override
        public void begins(Job job) {
            atWork = job.name();
            Progress.say(job.name() + " ...");
        }

        @Override
        public void ended(JobReport report) {
            atWork = "";
            reports.add(report);
            Progress.done();
            System.out.println(line(report));
            report.done().warnings().forEach(warning -> System.err.println("  " + warning));
            report.done().failures().forEach(failure -> System.err.println("logmill: " + failure));
        }
    }

    private static String line(JobReport report) {
        String what = report.state() == JobReport.State.DONE
                ? report.done().counts()
                        + (report.done().published().isEmpty()
                                ? ""
                                : " " + report.done().published())
                : report.reason();
        return "%-9s %s  %s".formatted(report.job(), report.asOf(), what);
    }

    /** 1 where a product failed its checks: the night has run to its end, but somebody must look. */
    int exitCode() {
        return reports.stream().allMatch(report -> report.done().failures().isEmpty()) ? 0 : 1;
    }

    /** What happened, as JSON. */
    ObjectNode summary() {
        ObjectNode summary = Json.MAPPER.createObjectNode().put("as_of", asOf.toString());
        summary.put("exit_code", exitCode());
        ArrayNode jobs = summary.putArray("jobs");
        for (JobReport report : reports) {
            ObjectNode job = jobs.addObject().put("job", report.job());
            job.put("state", report.state().name().toLowerCase(Locale.ROOT));
            job.put("seconds", report.millis() / 1000.0);
            job.set("counts", Json.MAPPER.valueToTree(report.done().counts()));
            job.set("published", Json.MAPPER.valueToTree(report.done().published()));
            job.set("warnings", Json.MAPPER.valueToTree(report.done().warnings()));
            job.set("failures", Json.MAPPER.valueToTree(report.done().failures()));
        }
        return summary;
    }

    /** What happened before it failed, and at what. */
    private ObjectNode summary(Failure failure) {
        ObjectNode summary = summary().put("exit_code", failure.code());
        summary.putObject("failed").put("job", atWork).put("message", failure.message());
        return summary;
    }
}
