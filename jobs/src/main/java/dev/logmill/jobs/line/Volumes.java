package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.Lake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many records each source brought on the nights before: one that falls silent is told, since an export that stopped looks
 * like a quiet night. Held against it is the median of the last {@value #NIGHTS} nights on which anything was read.
 */
final class Volumes {
    private static final int NIGHTS = 14;

    /** Of fewer nights nothing can be said. */
    private static final int FEWEST_NIGHTS = 3;

    private static final int QUIET = 10;

    private final Map<String, NavigableMap<LocalDate, Long>> bySource = new HashMap<>();
    private final Map<String, Long> tonight = new HashMap<>();

    /** What the ledger says of the nights before one. */
    static Volumes before(LocalDate night, Lake lake) {
        Volumes volumes = new Volumes();
        lake.scan(lake.state(CurationTables.LEDGER), entry -> {
            if (entry.night().isBefore(night)) {
                volumes.add(entry.source(), entry.night(), entry.records());
            } else if (entry.night().equals(night)) {
                volumes.tonight.merge(entry.source(), entry.records(), Long::sum);
            }
        });
        return volumes;
    }

    void add(String source, LocalDate night, long records) {
        bySource.computeIfAbsent(source, named -> new TreeMap<>()).merge(night, records, Long::sum);
    }

    /**
     * A sentence where a source brought nothing, or a tenth of what it used to bring or less.
     *
     * @param found what was found just now; a night may be run again, and finds nothing then
     */
    Optional<String> told(String source, long found) {
        long records = found + tonight.getOrDefault(source, 0L);
        List<Long> nights = new ArrayList<>(last(source));
        if (nights.size() < FEWEST_NIGHTS) {
            return Optional.empty();
        }
        nights.sort(Long::compare);
        long median = nights.get(nights.size() / 2);
        return records * QUIET > median || median == 0
                ? Optional.empty()
                : Optional.of("source %s: %s tonight; the median of its last %d nights is %d: has its export stopped?"
                        .formatted(source, records == 0 ? "no records" : records + " records", nights.size(), median));
    }

    private Collection<Long> last(String source) {
        NavigableMap<LocalDate, Long> nights = bySource.getOrDefault(source, new TreeMap<>());
        return nights.descendingMap().values().stream().limit(NIGHTS).toList();
    }
}
