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
    private static final int REASONS = 8;

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

    /** How many records of a source there were, how many could not be read, and how many of these are repeats. */
    private record Sums(long records, long unreadable, long again) {
        Sums plus(Sums other) {
            return new Sums(records + other.records, unreadable + other.unreadable, again + other.again);
        }

        String sentence(String source) {
            return "source %s: %d of %d records could not be read (table quarantine%s)"
                    .formatted(
                            source,
                            unreadable,
                            records,
                            again == 0 ? "" : "; repeats of others there: %d".formatted(again));
        }
    }

    /**
     * A sentence for each source that had unreadable records tonight. Reasons and places are those of records that the
     * quarantine did not have before.
     *
     * @param entries of tonight's objects, in their order
     */
    static List<String> of(Night night, List<LedgerEntry> entries, List<IngestPart> parts) {
        Map<String, Sums> bySource = new TreeMap<>();
        entries.forEach(
                entry -> bySource.merge(entry.source(), new Sums(entry.records(), entry.quarantined(), 0), Sums::plus));
        parts.forEach(part -> part.counts()
                .forEach((object, ended) -> bySource.merge(
                        entries.get(object).source(), new Sums(0, ended.again(), ended.again()), Sums::plus)));
        bySource.values().removeIf(sums -> sums.unreadable() == 0);
        List<Met> met = bySource.isEmpty() ? List.of() : met(night);
        List<String> sentences = new ArrayList<>();
        bySource.forEach((source, sums) -> {
            List<Met> own = met.stream()
                    .filter(one -> one.reason().source().equals(source))
                    .sorted(Comparator.comparingLong(Met::records).reversed().thenComparing(one -> one.reason()
                            .detail()))
                    .toList();
            List<String> lines = new ArrayList<>(List.of(sums.sentence(source)));
            own.stream().limit(REASONS).map(Met::sentence).forEach(lines::add);
            if (own.size() > REASONS) {
                lines.add(rest(own.subList(REASONS, own.size())));
            }
            sentences.add(String.join("%n    ".formatted(), lines));
        });
        return sentences;
    }

    private static String rest(List<Met> others) {
        return "and %d for %d other reasons, which the table tells"
                .formatted(others.stream().mapToLong(Met::records).sum(), others.size());
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
