package dev.logmill.jobs.line;

import dev.logmill.orchestration.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The jobs of the line, in the order of the nightly plan. */
public final class Line {
    /** The job beside the line that takes people out: after it every pair is labelled anew. */
    public static final String ERASE = "erase";

    private static final Map<String, Job> JOBS = List.of(
                    new IngestJob(),
                    new AssembleJob(),
                    new CurateJob(),
                    new ScoreJob(),
                    new SuitesJob(),
                    new DatasetsJob())
            .stream()
            .collect(Collectors.toUnmodifiableMap(Job::name, Function.identity()));

    private Line() {}

    public static List<Job> jobs() {
        return Plan.NIGHTLY.order().stream().map(Line::job).toList();
    }

    /** The job of a name; throws where the plan names one that nobody has written. */
    public static Job job(String name) {
        return Optional.ofNullable(JOBS.get(name)).orElseThrow(() -> new IllegalStateException("No job " + name));
    }
}
