package dev.logmill.jobs.line;

import dev.logmill.curation.pair.NoJob;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.export.dataset.DatasetsConfig;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The agents of which a dataset wants job pairs, where tonight's runs gave none, and why they did not. */
final class MissingJobs implements Serializable {
    private final Set<String> withJobs = new HashSet<>();
    private final TreeMap<String, EnumMap<NoJob, Long>> without = new TreeMap<>();

    void add(Judged row) {
        row.provenance().filter(edge -> edge.unit() == PairUnit.JOB).ifPresent(edge -> withJobs.add(edge.agent()));
        row.measure().ifPresent(measure -> row.noJob().ifPresent(why -> add(measure.agent(), Map.of(why, 1L))));
    }

    private void add(String agent, Map<NoJob, Long> reasons) {
        EnumMap<NoJob, Long> sum = without.computeIfAbsent(agent, none -> new EnumMap<>(NoJob.class));
        reasons.forEach((why, runs) -> sum.merge(why, runs, Long::sum));
    }

    MissingJobs and(MissingJobs other) {
        MissingJobs both = new MissingJobs();
        for (MissingJobs one : List.of(this, other)) {
            both.withJobs.addAll(one.withJobs);
            one.without.forEach(both::add);
        }
        return both;
    }

    /** A sentence for each such agent. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        without.forEach((agent, reasons) -> {
            if (!withJobs.contains(agent)) {
                warnings.add(("agent %s has no job pair, which datasets with unit: job want of it: of its runs %s;"
                                + " unit: step takes what their calls say")
                        .formatted(agent.isEmpty() ? "(none named)" : agent, words(reasons)));
            }
        });
        return warnings;
    }

    /** A sentence for each dataset that wants job pairs and to which none was put, of whatever night. */
    static Stream<String> warnings(List<Choice> choices, DatasetsConfig config) {
        return choices.stream()
                .filter(choice -> choice.considered() == 0 && config.unit(choice.spec()) == PairUnit.JOB)
                .map(choice ->
                        "dataset %s: nothing published: its agents have no job pair; unit: step takes what their calls say"
                                .formatted(choice.spec().name()));
    }

    private static String words(Map<NoJob, Long> reasons) {
        return reasons.entrySet().stream()
                .map(reason -> "%d %s".formatted(reason.getValue(), reason.getKey()))
                .collect(Collectors.joining(", "));
    }
}
