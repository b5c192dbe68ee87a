package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.ObjectNames;
import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.ingest.RawObject;
import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.lake.TableState;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/** Raw objects to spans, signals and quarantine; the ledger says how every record ended. */
public final class IngestJob implements Job {
    public static final String NAME = "ingest";

    private static final long SLICE_BYTES = 64L << 20;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(CurationTables.SPANS, CurationTables.SIGNALS, CurationTables.QUARANTINE, CurationTables.LEDGER);
    }

    @Override
    public Optional<Work> prepare(Night night) {
        List<RawObject> unread = Unread.objects(night.config(), night.lake(), night.asOf());
        return unread.isEmpty() ? Optional.empty() : Optional.of(() -> read(night, unread));
    }

    @Override
    public List<String> warnings(Night night) {
        return Unread.warnings(night.config(), night.lake());
    }

    private static Done read(Night night, List<RawObject> objects) {
        LocalDate earliest = earliest(objects, night.config().ingest().lookbackDays());
        List<IngestPart> parts = parts(night, objects, earliest);
        LocalDate met = firstDay(parts, earliest);
        if (met.isBefore(earliest)) {
            // A row is older than its object's date led to expect: look that far back for what the lake knows of it.
            parts = parts(night, objects, met);
            earliest = met;
        }
        List<LedgerEntry> entries = ledger(night, objects, parts);
        commit(night, parts, spansFrom(night, earliest), entries);
        return done(entries, parts, Unreadable.of(night, entries));
    }

    private static List<IngestPart> parts(Night night, List<RawObject> objects, LocalDate earliest) {
        JavaPairRDD<String, Ingested> rows = night.spark()
                .parallelize(ObjectSlice.of(objects, SLICE_BYTES, night.spark().defaultParallelism()))
                .flatMapToPair(new ReadObjects(
                        readers(night), night.lake().storage(), night.config().ingest()))
                .union(known(night, earliest));
        int partitions = Math.max(night.spark().defaultParallelism(), partitionsFor(objects));
        SparkLake.Place place = night.tables().place();
        return ByKey.group(rows, Ingested.class, partitions, groups -> List.of(IngestPart.write(place.open(), groups))
                        .iterator())
                .setName("ingest: keep the newest of each")
                .collect();
    }

    private static int partitionsFor(List<RawObject> objects) {
        long bytes = objects.stream().mapToLong(RawObject::bytes).sum();
        return Math.toIntExact(Math.min(2000, bytes / SLICE_BYTES + 1));
    }

    private static Map<String, RecordReader> readers(Night night) {
        Map<String, RecordReader> readers = new TreeMap<>();
        for (SourceConfig source : night.config().sources()) {
            readers.put(
                    source.name(),
                    new RecordReader(
                            source.dialect(),
                            source.project(),
                            night.config().redaction(source),
                            night.asOf(),
                            night.batch()));
        }
        return readers;
    }

    private static LocalDate earliest(List<RawObject> objects, int lookbackDays) {
        return objects.stream()
                .map(object ->
                        object.date().map(date -> date.minusDays(lookbackDays)).orElse(LocalDate.MIN))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private static LocalDate firstDay(List<IngestPart> parts, LocalDate otherwise) {
        LocalDate first = otherwise;
        for (IngestPart part : parts) {
            List<DataFile> files = new ArrayList<>(part.spans());
            files.addAll(part.signals());
            for (DataFile file : files) {
                LocalDate day = LocalDate.ofEpochDay(file.range("day").least());
                first = day.isBefore(first) ? day : first;
            }
        }
        return first;
    }

    /** Rows that the lake already holds, by key alone. */
    private static JavaPairRDD<String, Ingested> known(Night night, LocalDate earliest) {
        List<DataFile> spans = spansFrom(night, earliest);
        List<DataFile> signals = from(night.state(CurationTables.SIGNALS), earliest);
        JavaPairRDD<String, Ingested> known = night.tables()
                .readNumbered(CurationTables.SPANS, spans, SpanKey.class)
                .mapToPair(row -> new Tuple2<>(
                        row._2().key(),
                        Ingested.known(row._1(), row._2().versionAt(), row._2().recordDigest())));
        // A broken record tells no day, so all are looked through: they are few.
        List<DataFile> broken = night.state(CurationTables.QUARANTINE).files();
        return known.union(night.tables()
                        .read(CurationTables.SIGNALS, signals, SignalKey.class)
                        .mapToPair(key -> new Tuple2<>(key.key(), Ingested.known(-1, Instant.EPOCH, ""))))
                .union(night.tables()
                        .read(CurationTables.QUARANTINE, broken, BrokenKey.class)
                        .mapToPair(key -> new Tuple2<>(key.key(), Ingested.known(-1, Instant.EPOCH, ""))));
    }

    private static List<DataFile> spansFrom(Night night, LocalDate earliest) {
        return from(night.state(CurationTables.SPANS), earliest);
    }

    private static List<DataFile> from(TableState<?> state, LocalDate earliest) {
        long from = earliest.equals(LocalDate.MIN) ? Long.MIN_VALUE : earliest.toEpochDay();
        return state.files().stream()
                .filter(file -> file.mayHold("day", from, Long.MAX_VALUE))
                .toList();
    }

    /** What tells a span from others, and its versions from each other. */
    record SpanKey(
            String source, String project, String traceId, String spanId, Instant versionAt, String recordDigest) {
        String key() {
            return key(source, project, traceId, spanId);
        }

        static String key(Span span) {
            return key(span.source(), span.project(), span.traceId(), span.spanId());
        }

        private static String key(String source, String project, String traceId, String spanId) {
            return "span|" + Digest.of(source, project, traceId, spanId).id();
        }
    }

    /** What tells a signal from others. */
    record SignalKey(String signalId) {
        String key() {
            return "signal|" + signalId;
        }

        static String key(Signal signal) {
            return new SignalKey(signal.signalId()).key();
        }
    }

    /** What tells a record that cannot be read from others. */
    record BrokenKey(String source, String recordDigest) {
        String key() {
            return "broken|" + source + "|" + recordDigest;
        }

        static String key(Quarantine row) {
            return new BrokenKey(row.source(), row.recordDigest()).key();
        }
    }

    private static List<LedgerEntry> ledger(Night night, List<RawObject> objects, List<IngestPart> parts) {
        Map<Integer, RecordCounts> counts = new HashMap<>();
        Map<Integer, Long> totals = new HashMap<>();
        for (IngestPart part : parts) {
            part.counts().forEach((object, ended) -> counts.merge(object, ended, RecordCounts::plus));
            totals.putAll(part.totals());
        }
        Map<String, ObjectNames> names = night.config().objectNames();
        Instant readAt = Instant.now();
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            RawObject object = objects.get(i);
            ObjectNames named = Objects.requireNonNull(names.get(object.source()), object.source());
            RecordCounts ended = counts.getOrDefault(i, RecordCounts.NONE);
            LedgerEntry entry = new LedgerEntry(
                    object.source(),
                    named.shown(object),
                    named.key(object),
                    object.etag(),
                    object.bytes(),
                    object.date(),
                    totals.getOrDefault(i, 0L),
                    ended.stored(),
                    ended.duplicates(),
                    ended.quarantined(),
                    0,
                    night.asOf(),
                    readAt,
                    night.batch());
            if (!entry.reconciles()) {
                throw new LakeException(
                        "Ingest does not reconcile: object %d of source %s held %d records, but %d were stored, %d duplicates and %d quarantined"
                                .formatted(
                                        i,
                                        entry.source(),
                                        entry.records(),
                                        entry.stored(),
                                        entry.duplicates(),
                                        entry.quarantined()));
            }
            entries.add(entry);
        }
        return entries;
    }

    private static void commit(Night night, List<IngestPart> parts, List<DataFile> known, List<LedgerEntry> entries) {
        Set<String> replaced = new HashSet<>();
        List<DataFile> touched = new ArrayList<>();
        for (IngestPart part : parts) {
            part.superseded().forEach((file, keys) -> {
                replaced.addAll(keys);
                if (!touched.contains(known.get(file))) {
                    touched.add(known.get(file));
                }
            });
        }
        List<DataFile> spans = new ArrayList<>();
        parts.forEach(part -> spans.addAll(part.spans()));
        if (!touched.isEmpty()) {
            spans.addAll(night.tables()
                    .write(
                            CurationTables.SPANS,
                            night.tables()
                                    .read(CurationTables.SPANS, touched)
                                    .filter(span -> !replaced.contains(SpanKey.key(span)))));
        }
        night.lake().commit(CurationTables.SPANS, spans, touched);
        night.lake().commit(CurationTables.SIGNALS, all(parts, IngestPart::signals), List.of());
        night.lake().commit(CurationTables.QUARANTINE, all(parts, IngestPart::quarantine), List.of());
        night.lake().append(CurationTables.LEDGER, entries);
    }

    private static List<DataFile> all(List<IngestPart> parts, Function<IngestPart, List<DataFile>> files) {
        return parts.stream().flatMap(part -> files.apply(part).stream()).toList();
    }

    private static Done done(List<LedgerEntry> entries, List<IngestPart> parts, List<String> warnings) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("objects", (long) entries.size());
        counts.put("bytes", entries.stream().mapToLong(LedgerEntry::bytes).sum());
        counts.put("records", entries.stream().mapToLong(LedgerEntry::records).sum());
        counts.put("stored", entries.stream().mapToLong(LedgerEntry::stored).sum());
        counts.put(
                "duplicates",
                entries.stream().mapToLong(LedgerEntry::duplicates).sum());
        counts.put(
                "quarantined",
                entries.stream().mapToLong(LedgerEntry::quarantined).sum());
        counts.put("spans", rows(all(parts, IngestPart::spans)));
        counts.put("signals", rows(all(parts, IngestPart::signals)));
        return new Done(counts, Map.of(), Map.of(), warnings);
    }

    private static long rows(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::rows).sum();
    }
}
