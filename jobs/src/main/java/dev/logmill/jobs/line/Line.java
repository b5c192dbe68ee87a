package dev.logmill.jobs.line;

import java.util.List;

/** The jobs of the line, in the order of a night. */
public final class Line {
    private Line() {}

    public static List<Job> jobs() {
        return List.of(
                new IngestJob(),
                new AssembleJob(),
                new CurateJob(),
                new ScoreJob(),
                new SuitesJob(),
                new DatasetsJob());
    }

    /** The job of a name. */
    public static Job job(String name) {
        return jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
