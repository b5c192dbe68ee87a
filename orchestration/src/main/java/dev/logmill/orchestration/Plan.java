package dev.logmill.orchestration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Jobs and what each needs; what follows from it. A plan that exists can be carried out. */
public final class Plan {
    /** One night. Datasets come after suites: what a suite asks is never trained on. */
    public static final Plan NIGHTLY = new Plan(List.of(
            new PlannedJob("ingest", List.of()),
            new PlannedJob("assemble", List.of("ingest")),
            new PlannedJob("curate", List.of("assemble")),
            new PlannedJob("score", List.of("ingest", "curate")),
            new PlannedJob("suites", List.of("score")),
            new PlannedJob("datasets", List.of("score", "suites"))));

    private final Map<String, PlannedJob> jobs = new LinkedHashMap<>();
    private final List<String> order;

    /** A plan; throws naming every job that is there twice, needs an unknown one, or waits for itself. */
    public Plan(List<PlannedJob> planned) {
        List<String> problems = new ArrayList<>();
        for (PlannedJob job : planned) {
            if (jobs.put(job.name(), job) != null) {
                problems.add("%s is planned twice".formatted(job.name()));
            }
        }
        planned.forEach(job -> job.needs().stream()
                .filter(need -> !jobs.containsKey(need))
                .forEach(need -> problems.add("%s needs %s, which is not planned".formatted(job.name(), need))));
        order = problems.isEmpty() ? ordered(problems) : List.of();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The plan cannot be carried out: " + String.join("; ", problems));
        }
    }

    /** The jobs, each after all that it needs; of those that could come next, the one planned first. */
    public List<String> order() {
        return order;
    }

    /** What must run again where a job failed: it, and everything after it that waits for it, in order. */
    public List<String> after(String failed) {
        if (!jobs.containsKey(failed)) {
            throw new IllegalArgumentException("%s is not planned".formatted(failed));
        }
        Set<String> stale = new HashSet<>(Set.of(failed));
        List<String> again = new ArrayList<>();
        for (String job : order) {
            boolean waits = job.equals(failed) || needs(job).stream().anyMatch(stale::contains);
            if (waits) {
                stale.add(job);
                again.add(job);
            }
        }
        return again;
    }

    /** All that must have ended before a job begins, what its needs need included, in order. */
    public List<String> before(String job) {
        Set<String> before = new HashSet<>(needs(job));
        for (int i = order.size() - 1; i >= 0; i--) {
            if (before.contains(order.get(i))) {
                before.addAll(needs(order.get(i)));
            }
        }
        return order.stream().filter(before::contains).toList();
    }

    private List<String> needs(String job) {
        PlannedJob planned = jobs.get(job);
        return planned == null ? List.of() : planned.needs();
    }

    private List<String> ordered(List<String> problems) {
        List<String> ordered = new ArrayList<>();
        while (ordered.size() < jobs.size()) {
            List<PlannedJob> ready = jobs.values().stream()
                    .filter(job -> !ordered.contains(job.name()) && ordered.containsAll(job.needs()))
                    .toList();
            if (ready.isEmpty()) {
                Set<String> waiting = new TreeSet<>(jobs.keySet());
                ordered.forEach(waiting::remove);
                problems.add("%s wait for each other".formatted(String.join(", ", waiting)));
                return ordered;
            }
            ordered.add(ready.get(0).name());
        }
        return List.copyOf(ordered);
    }
}
