package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.night.LakeKey;
import dev.logmill.curation.night.LakeLock;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.line.Job;
import dev.logmill.jobs.line.JobReport;
import dev.logmill.jobs.line.JobRunner;
import dev.logmill.jobs.line.Recovery;
import dev.logmill.jobs.line.SparkApplication;
import dev.logmill.jobs.line.Weight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Some boxes of the line for one night, in order, in one Spark application. */
final class NightRun {
    /**
     * Set by the launcher where it started the JVM for a short life: one quick compiler, one thread to collect garbage.
     * That halves the cost of a small night and doubles that of a large one.
     */
    private static final String LIGHT = "logmill.light";

    private static final long LIGHT_BYTES = 128L << 20;

    private static final String OTHER_KEY =
            "privacy: this is not the key that the pseudonyms of the lake %s were made under. Under another key everybody"
                    + " would be somebody new; give the first key back, or name a new lake";

    private final LogmillConfig config;
    private final LocalDate asOf;

    NightRun(LogmillConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /** Runs the jobs; prints a line each. */
    List<JobReport> run(List<Job> jobs) {
        Lake lake = CommonOptions.lake(config);
        if (Boolean.getBoolean(LIGHT) && Weight.of(jobs, config, lake, asOf) > LIGHT_BYTES) {
            throw new CommandFailure.HeavyNight();
        }
        String purpose = "%s --as-of %s"
                .formatted(jobs.size() > 1 ? "nightly" : jobs.get(0).name(), asOf);
        List<JobReport> reports = new ArrayList<>();
        try (LakeLock held = LakeLock.take(lake, purpose)) {
            if (!LakeKey.isKeyOf(lake, config.keyFingerprint())) {
                throw new CommandFailure.Usage(OTHER_KEY.formatted(lake.root()));
            }
            JobRunner runner = new JobRunner(
                    config, lake, AllTables.LIST, () -> SparkApplication.start("logmill " + purpose, config.spark()));
            new Recovery(config, lake, AllTables.LIST)
                    .run()
                    .ifPresent(open -> System.err.printf(
                            "Undid %s of %s, which an earlier process left half-way.%n", open.job(), open.asOf()));
            for (Job job : jobs) {
                Progress.say(job.name() + " ...");
                JobReport report = runner.run(job, asOf);
                reports.add(report);
                Progress.done();
                System.out.println(line(report));
                report.done().warnings().forEach(warning -> System.err.println("  " + warning));
            }
            runner.complete();
        }
        return reports;
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

    /** What happened, as JSON. */
    static ObjectNode summary(LocalDate asOf, List<JobReport> reports) {
        ObjectNode summary = Json.MAPPER.createObjectNode().put("as_of", asOf.toString());
        ArrayNode jobs = summary.putArray("jobs");
        for (JobReport report : reports) {
            ObjectNode job = jobs.addObject().put("job", report.job());
            job.put("state", report.state().name().toLowerCase(Locale.ROOT));
            job.put("seconds", report.millis() / 1000.0);
            job.set("counts", Json.MAPPER.valueToTree(report.done().counts()));
            job.set("published", Json.MAPPER.valueToTree(report.done().published()));
            job.set("warnings", Json.MAPPER.valueToTree(report.done().warnings()));
        }
        return summary;
    }
}
