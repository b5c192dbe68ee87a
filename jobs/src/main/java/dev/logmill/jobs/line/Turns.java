package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Labels that have flipped: what they were before. */
final class Turns {
    private Turns() {}

    /** As much of a label as tells what it was before it flipped. */
    record Turn(String pairId, LocalDate asOf, boolean flipped, Optional<Double> previous) {}

    /** The probability, as of an earlier night, of each pair whose label has flipped since. */
    static Map<String, Double> since(Night night, LocalDate earlier) {
        Map<String, Turn> first = new HashMap<>();
        List<DataFile> files = night.state(CurationTables.LABELS).files().stream()
                .filter(file -> file.mayHold("as_of", earlier.toEpochDay() + 1, Long.MAX_VALUE))
                .toList();
        night.lake().scan(CurationTables.LABELS, files, Turn.class, label -> {
            if (label.flipped() && label.asOf().isAfter(earlier)) {
                first.merge(label.pairId(), label, (a, b) -> a.asOf().isBefore(b.asOf()) ? a : b);
            }
        });
        Map<String, Double> before = new HashMap<>();
        first.forEach((pair, label) -> label.previous().ifPresent(probability -> before.put(pair, probability)));
        return before;
    }
}
