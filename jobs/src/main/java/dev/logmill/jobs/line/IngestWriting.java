package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.TableWriter;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Settles the rows of one partition, key by key: writes what stands, and counts how the records behind them ended. */
final class IngestWriting implements AutoCloseable {
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

    IngestWriting(Lake lake, LocalDate earliest, Set<String> earlier) {
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
            count(newest);
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

    private void count(Ingested total) {
        if (total.isErased()) {
            counts.merge(total.object(), RecordCounts.tombstoned(total.position()), RecordCounts::plus);
        } else {
            (total.isSkipped() ? skipped : totals).put(total.object(), total.position());
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
