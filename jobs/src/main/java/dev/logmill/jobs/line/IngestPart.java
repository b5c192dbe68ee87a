package dev.logmill.jobs.line;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.TableWriter;
import dev.logmill.curation.spark.Groups;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one partition of an ingest left: files of four tables, how the records of each object ended, and which rows of
 * the lake a newer version replaces. Rows that are older than the days it was held against are in files of their own.
 */
@DefaultSerializer(JavaSerializer.class)
final class IngestPart implements Serializable {
    private final List<DataFile> spans;
    private final List<DataFile> signals;
    private final List<DataFile> quarantine;
    private final Map<Integer, RecordCounts> counts;
    private final Map<Integer, List<String>> superseded;
    private final Map<Integer, Long> totals;
    private final Map<Integer, Long> skipped;
    private final List<String> met;
    private final VaultPart vault;
    private final LatePart late;

    private IngestPart(
            List<DataFile> spans,
            List<DataFile> signals,
            List<DataFile> quarantine,
            Map<Integer, RecordCounts> counts,
            Map<Integer, List<String>> superseded,
            Map<Integer, Long> totals,
            Map<Integer, Long> skipped,
            List<String> met,
            VaultPart vault,
            LatePart late) {
        this.spans = spans;
        this.signals = signals;
        this.quarantine = quarantine;
        this.counts = counts;
        this.superseded = superseded;
        this.totals = totals;
        this.skipped = skipped;
        this.met = met;
        this.vault = vault;
        this.late = late;
    }

    List<DataFile> spans() {
        return spans;
    }

    List<DataFile> signals() {
        return signals;
    }

    List<DataFile> quarantine() {
        return quarantine;
    }

    /** How the records of each object ended, by the object's index. */
    Map<Integer, RecordCounts> counts() {
        return counts;
    }

    /** Keys of spans that are replaced, by the index of the file that holds them. */
    Map<Integer, List<String>> superseded() {
        return superseded;
    }

    /** Records that each object held, counted as they were read, by the object's index. */
    Map<Integer, Long> totals() {
        return totals;
    }

    /** What objects held that is no record of their dialect, by the object's index. */
    Map<Integer, Long> skipped() {
        return skipped;
    }

    /** Keys of records that could not be read in an earlier version of their object, and were read or refused again. */
    List<String> met() {
        return met;
    }

    /** Originals of the rows above. */
    VaultPart vault() {
        return vault;
    }

    /** Rows of days before those that the partition was held against. */
    LatePart late() {
        return late;
    }

    /**
     * Writes a partition: of the rows of one key the newest version stands.
     *
     * @param earlier keys of records that could not be read in earlier versions of tonight's objects
     */
    static IngestPart write(Lake lake, Iterator<Groups.Group<Ingested>> groups, LocalDate earliest, Set<String> earlier)
            throws IOException {
        try (Writing writing = new Writing(lake, earliest, earlier)) {
            while (groups.hasNext()) {
                Groups.Group<Ingested> group = groups.next();
                writing.settle(group.key(), group.rows());
            }
            return writing.finish();
        }
    }

    private static final class Writing implements AutoCloseable {
        private final TableWriter<Span> spans;
        private final TableWriter<Signal> signals;
        private final TableWriter<Quarantine> quarantine;
        private final Map<Integer, RecordCounts> counts = new TreeMap<>();
        private final Map<Integer, List<String>> superseded = new TreeMap<>();
        private final Map<Integer, Long> totals = new TreeMap<>();
        private final Map<Integer, Long> skipped = new TreeMap<>();
        private final List<String> met = new ArrayList<>();
        private final LocalDate earliest;
        private final Set<String> earlier;
        private final VaultPart.Writing vault;
        private final LatePart.Writing late;

        Writing(Lake lake, LocalDate earliest, Set<String> earlier) {
            this.earliest = earliest;
            this.earlier = earlier;
            vault = new VaultPart.Writing(lake);
            late = new LatePart.Writing(lake);
            spans = lake.writer(CurationTables.SPANS);
            signals = lake.writer(CurationTables.SIGNALS);
            quarantine = lake.writer(CurationTables.QUARANTINE);
        }

        void settle(String key, List<Ingested> group) throws IOException {
            group.sort(Ingested::newestFirst);
            Ingested newest = group.get(0);
            if (newest.isTotal()) {
                (newest.isSkipped() ? skipped : totals).put(newest.object(), newest.position());
                return;
            }
            for (int i = 0; i < group.size(); i++) {
                Ingested row = group.get(i);
                boolean stands = i == 0;
                if (row.known()) {
                    if (!stands) {
                        superseded
                                .computeIfAbsent(row.object(), file -> new ArrayList<>())
                                .add(key);
                    }
                } else if (row.leads()) {
                    counts.merge(row.object(), ended(row, stands), RecordCounts::plus);
                    row.brokenKey().filter(earlier::contains).ifPresent(met::add);
                }
            }
            if (group.size() > 1 && newest.isAsOldAs(group.get(1))) {
                int object = newest.known() ? group.get(1).object() : newest.object();
                counts.merge(object, RecordCounts.UNDECIDED, RecordCounts::plus);
            }
            if (!newest.known()) {
                store(key, newest);
            }
        }

        private static RecordCounts ended(Ingested row, boolean stands) {
            if (row.quarantine().isPresent()) {
                return stands ? RecordCounts.QUARANTINED : RecordCounts.UNREADABLE_AGAIN;
            }
            return stands ? RecordCounts.STORED : RecordCounts.DUPLICATE;
        }

        private void store(String key, Ingested row) throws IOException {
            if (row.isBefore(earliest)) {
                late.add(key, row);
                return;
            }
            vault.add(row);
            if (row.span().isPresent()) {
                spans.add(row.span().get());
            } else if (row.signal().isPresent()) {
                signals.add(row.signal().get());
            } else {
                quarantine.add(row.quarantine().orElseThrow());
            }
        }

        IngestPart finish() throws IOException {
            return new IngestPart(
                    spans.finish(),
                    signals.finish(),
                    quarantine.finish(),
                    counts,
                    superseded,
                    totals,
                    skipped,
                    met,
                    vault.finish(),
                    late.finish());
        }

        @Override
        public void close() throws IOException {
            try (spans;
                    signals;
                    quarantine;
                    vault) {
                late.close();
            }
        }
    }
}
