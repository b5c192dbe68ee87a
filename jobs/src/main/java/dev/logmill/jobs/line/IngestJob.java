package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.TableState;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<UnreadObject> unread = Unread.objects(night.config(), night.lake(), night.asOf());
        return unread.isEmpty() ? Optional.empty() : Optional.of(() -> read(night, unread));
    }

    @Override
    public List<String> warnings(Night night) {
        return Unread.warnings(night.config(), night.lake());
    }

    private static Done read(Night night, List<UnreadObject> objects) {
        LocalDate earliest = earliest(objects, night.config().ingest().lookbackDays());
        List<IngestPart> parts = parts(night, objects, earliest);
        LateRows late = LateRows.settled(night, parts, earliest);
        List<LedgerEntry> entries = Accounts.of(night, objects, parts, late, Instant.now());
        commit(night, parts, late, spansFrom(night, earliest));
        Accounts.commit(night, objects, parts, entries);
        Done done = done(entries, parts, late, Unreadable.of(night, entries));
        return entries.stream().allMatch(LedgerEntry::saysNothingNew) ? done.withoutEffect() : done;
    }

    private static List<IngestPart> parts(Night night, List<UnreadObject> objects, LocalDate earliest) {
        JavaPairRDD<String, Ingested> rows = night.spark()
                .parallelize(ObjectSlice.of(objects, SLICE_BYTES, night.spark().defaultParallelism()))
                .flatMapToPair(new ReadObjects(
                        readers(night), night.lake().storage(), night.config().ingest()))
                .union(known(night, earliest))
                .union(refused(night, objects));
        int partitions = Math.max(night.spark().defaultParallelism(), partitionsFor(objects));
        SparkLake.Place place = night.tables().place();
        return ByKey.group(rows, Ingested.class, partitions, groups -> List.of(
                                IngestPart.write(place.open(), groups, earliest))
                        .iterator())
                .setName("ingest: keep the newest of each")
                .collect();
    }

    private static int partitionsFor(List<UnreadObject> objects) {
        long bytes =
                objects.stream().mapToLong(unread -> unread.object().bytes()).sum();
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

    private static LocalDate earliest(List<UnreadObject> objects, int lookbackDays) {
        return objects.stream()
                .map(UnreadObject::object)
                .map(object ->
                        object.date().map(date -> date.minusDays(lookbackDays)).orElse(LocalDate.MIN))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
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
        return known.union(night.tables()
                .read(CurationTables.SIGNALS, signals, SignalKey.class)
                .mapToPair(key -> new Tuple2<>(key.key(), Ingested.known(-1, Instant.EPOCH, ""))));
    }

    /** Records that could not be read before and are not read again. They tell no day, so all are looked through: they are few. */
    private static JavaPairRDD<String, Ingested> refused(Night night, List<UnreadObject> objects) {
        HashSet<Unread.Reading> again = new HashSet<>(Accounts.again(objects));
        List<DataFile> files = night.state(CurationTables.QUARANTINE).files();
        return night.tables()
                .read(CurationTables.QUARANTINE, files, Unread.Refused.class)
                .filter(row -> !again.contains(row.reading()))
                .mapToPair(row -> new Tuple2<>(row.key().key(), Ingested.known(-1, Instant.EPOCH, "")));
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

        /** Whether this version of a span stands where the lake holds the other. */
        boolean isNewerThan(SpanKey known) {
            int byVersion = versionAt.compareTo(known.versionAt);
            return byVersion > 0 || (byVersion == 0 && recordDigest.compareTo(known.recordDigest) > 0);
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

    private static void commit(Night night, List<IngestPart> parts, LateRows late, List<DataFile> known) {
        HashSet<String> replaced = new HashSet<>(late.replaced());
        List<DataFile> touched = new ArrayList<>(late.touched());
        for (IngestPart part : parts) {
            part.superseded().forEach((file, keys) -> {
                replaced.addAll(keys);
                if (!touched.contains(known.get(file))) {
                    touched.add(known.get(file));
                }
            });
        }
        List<DataFile> spans = new ArrayList<>(late.spans());
        parts.forEach(part -> spans.addAll(part.spans()));
        List<DataFile> signals = new ArrayList<>(late.signals());
        parts.forEach(part -> signals.addAll(part.signals()));
        if (!touched.isEmpty()) {
            spans.addAll(night.tables()
                    .write(
                            CurationTables.SPANS,
                            night.tables()
                                    .read(CurationTables.SPANS, touched)
                                    .filter(span -> !replaced.contains(SpanKey.key(span)))));
        }
        night.lake().commit(CurationTables.SPANS, spans, touched);
        night.lake().commit(CurationTables.SIGNALS, signals, List.of());
    }

    static List<DataFile> all(List<IngestPart> parts, Function<IngestPart, List<DataFile>> files) {
        return parts.stream().flatMap(part -> files.apply(part).stream()).toList();
    }

    private static Done done(List<LedgerEntry> entries, List<IngestPart> parts, LateRows late, List<String> warnings) {
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
        counts.put("spans", rows(all(parts, IngestPart::spans)) + rows(late.spans()));
        counts.put("signals", rows(all(parts, IngestPart::signals)) + rows(late.signals()));
        return new Done(counts, Map.of(), Map.of(), warnings, List.of());
    }

    private static long rows(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::rows).sum();
    }
}
