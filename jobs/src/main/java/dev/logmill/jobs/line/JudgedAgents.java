package dev.logmill.jobs.line;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many answers of each agent were kept tonight, and for what the others were not. */
final class JudgedAgents implements Serializable {
    private static final int REASONS = 3;
    private static final long FEW = 5;

    /** A person is told of an agent where more than one in so many of its answers was refused. */
    private static final long ONE_IN = 3;

    private final TreeMap<String, Long> kept = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, Long>> refused = new TreeMap<>();

    void add(Judged row) {
        row.provenance().ifPresent(edge -> kept.merge(edge.agent(), 1L, Long::sum));
        row.rejection().ifPresent(refusal -> refused.computeIfAbsent(refusal.agent(), none -> new TreeMap<>())
                .merge(refusal.reason(), 1L, Long::sum));
    }

    JudgedAgents and(JudgedAgents other) {
        JudgedAgents both = new JudgedAgents();
        for (JudgedAgents one : List.of(this, other)) {
            one.kept.forEach((agent, count) -> both.kept.merge(agent, count, Long::sum));
            one.refused.forEach((agent, reasons) -> reasons.forEach((reason, count) ->
                    both.refused.computeIfAbsent(agent, none -> new TreeMap<>()).merge(reason, count, Long::sum)));
        }
        return both;
    }

    /** A sentence for each agent that much was refused of. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        refused.forEach((agent, reasons) -> {
            long gone = reasons.values().stream().mapToLong(Long::longValue).sum();
            long all = gone + kept.getOrDefault(agent, 0L);
            if (gone >= FEW && gone * ONE_IN > all) {
                warnings.add("agent %s: %d of %d answers were refused: %s (table rejections)"
                        .formatted(agent.isEmpty() ? "(none named)" : agent, gone, all, most(reasons)));
            }
        });
        return warnings;
    }

    private static String most(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS)
                .map(reason ->
                        "%d %s".formatted(reason.getValue(), reason.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }
}
