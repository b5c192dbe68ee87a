package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.lake.DataFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says what an ingest could not read: by source, the most frequent reasons with the place of the first of each. */
final class Unreadable {
    private static final int REASONS = 3;

    private Unreadable() {}

    private record Reason(String source, String reason, String detail) {}

    private record Met(Reason reason, long records, String object, long position, String place) {
        private static final Comparator<Met> FIRST = Comparator.comparing(Met::object)
                .thenComparing(Met::position)
                .thenComparing(met -> met.place().length())
                .thenComparing(Met::place);

        Met and(Met other) {
            Met first = FIRST.compare(this, other) <= 0 ? this : other;
            return new Met(reason, records + other.records, first.object, first.position, first.place);
        }

        String sentence() {
            return "%d %s: %s; first in %s, record %d%s"
                    .formatted(
                            records,
                            reason.reason(),
                            reason.detail(),
                            object,
                            position,
                            place.isEmpty() ? "" : ", at " + place);
        }
    }

    /** A sentence for each source that had unreadable records tonight. */
    static List<String> of(Night night, List<LedgerEntry> entries) {
        Map<String, long[]> bySource = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            long[] sums = bySource.computeIfAbsent(entry.source(), none -> new long[2]);
            sums[0] += entry.records();
            sums[1] += entry.quarantined();
        }
        bySource.values().removeIf(sums -> sums[1] == 0);
        List<Met> met = bySource.isEmpty() ? List.of() : met(night);
        List<String> sentences = new ArrayList<>();
        bySource.forEach((source, sums) -> {
            List<String> most = met.stream()
                    .filter(one -> one.reason().source().equals(source))
                    .sorted(Comparator.comparingLong(Met::records).reversed().thenComparing(one -> one.reason()
                            .detail()))
                    .limit(REASONS)
                    .map(Met::sentence)
                    .toList();
            sentences.add("source %s: %d of %d records could not be read (table quarantine)%n    %s"
                    .formatted(source, sums[1], sums[0], String.join("%n    ".formatted(), most)));
        });
        return sentences;
    }

    private static List<Met> met(Night night) {
        Map<Reason, Met> met = new TreeMap<>(Comparator.comparing(Reason::source)
                .thenComparing(Reason::reason)
                .thenComparing(Reason::detail));
        List<DataFile> files = night.state(CurationTables.QUARANTINE).files().stream()
                .filter(file -> file.mayHold("batch", night.batch(), night.batch()))
                .toList();
        night.lake().scan(CurationTables.QUARANTINE, files, Quarantine.class, row -> {
            if (row.batch() == night.batch()) {
                Reason reason = new Reason(row.source(), row.reason().name().toLowerCase(Locale.ROOT), row.detail());
                met.merge(reason, new Met(reason, 1, row.object(), row.position(), row.place()), Met::and);
            }
        });
        return List.copyOf(met.values());
    }
}
