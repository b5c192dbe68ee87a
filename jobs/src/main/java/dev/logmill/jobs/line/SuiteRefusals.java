package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.pair.Rejection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What suites refuse tonight. A pair that a suite has refused before, for the same reason, keeps its row and its night. */
final class SuiteRefusals {
    private final Night night;
    private final Set<Refused> before = new HashSet<>();
    private final Map<String, Rejection> rows = new TreeMap<>();

    /** As much of a refusal as tells it from others. */
    record Refused(String stage, String subjectRow, String reason) {}

    SuiteRefusals(Night night) {
        this.night = night;
        night.lake()
                .scan(
                        CurationTables.REJECTIONS,
                        night.state(CurationTables.REJECTIONS).files(),
                        Refused.class,
                        row -> {
                            if (row.stage().startsWith(SuitesJob.NAME + "/")) {
                                before.add(row);
                            }
                        });
    }

    void add(String suite, String pairId, String agent, String reason, String measured) {
        String stage = SuitesJob.NAME + "/" + suite;
        if (!before.contains(new Refused(stage, pairId, reason))) {
            rows.put(
                    String.join("|", stage, pairId, reason),
                    Rejection.ofPair(stage, pairId, agent, reason, measured, night.asOf(), night.batch()));
        }
    }

    /** A sentence for each suite and reason. */
    List<String> warnings() {
        Map<String, Map<String, Tally>> counted = new TreeMap<>();
        rows.values().forEach(row -> counted.computeIfAbsent(row.stage(), none -> new TreeMap<>())
                .merge(row.reason(), Tally.of(row.measured()), Tally::plus));
        List<String> warnings = new ArrayList<>();
        counted.forEach(
                (stage, reasons) -> reasons.forEach((reason, tally) -> warnings.add("suite %s: %d refused: %s (%s)"
                        .formatted(
                                stage.substring(SuitesJob.NAME.length() + 1),
                                tally.count(),
                                reason,
                                tally.measured()))));
        return warnings;
    }

    List<Rejection> rows() {
        return List.copyOf(rows.values());
    }
}
