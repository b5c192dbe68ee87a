package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.erase.Tombstones;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
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
        return List.of(
                CurationTables.SPANS,
                CurationTables.SIGNALS,
                CurationTables.QUARANTINE,
                CurationTables.LEDGER,
                CurationTables.VAULT,
                CurationTables.KEYS);
    }

    @Override
    public Optional<Work> prepare(Night night) {
        return look(night).work();
    }

    @Override
    public Looked look(Night night) {
        Unread.Found found = Unread.found(night.config(), night.lake(), night.asOf());
        List<String> warnings = new ArrayList<>(found.told());
        warnings.addAll(silent(night, found.objects()));
        return new Looked(
                found.objects().isEmpty() ? Optional.empty() : Optional.of(() -> read(night, found.objects())),
                warnings);
    }

    /** Sources without anything to read, though they used to bring something. */
    private static List<String> silent(Night night, List<UnreadObject> objects) {
        Volumes volumes = Volumes.before(night.asOf(), night.lake());
        return night.config().sources().stream()
                .map(SourceConfig::name)
                .filter(name -> objects.stream()
                        .noneMatch(unread -> unread.object().source().equals(name)))
                .flatMap(name -> volumes.told(name, 0).stream())
                .toList();
    }

    /** Sources whose objects hold little or nothing, though they used to hold something. */
    private static List<String> quiet(Night night, List<LedgerEntry> entries) {
        Volumes volumes = Volumes.before(night.asOf(), night.lake());
        Map<String, Long> records = new TreeMap<>();
        entries.forEach(entry -> records.merge(entry.source(), entry.records(), Long::sum));
        return records.entrySet().stream()
                .flatMap(source -> volumes.told(source.getKey(), source.getValue()).stream())
                .toList();
    }

    private static Done read(Night night, List<UnreadObject> objects) {
        LocalDate earliest = earliest(objects, night.config().ingest().lookbackDays());
        EarlierRefusals refusals = EarlierRefusals.of(night, objects);
        Optional<TonightsVault> vault = night.config().vault().map(keys -> TonightsVault.of(keys, night.batch()));
        List<IngestPart> parts = parts(night, objects, earliest, refusals, vault);
        LateRows late = LateRows.settled(night, parts, earliest);
        List<LedgerEntry> entries = Accounts.of(night, objects, parts, late, Instant.now());
        commit(night, parts, late, HeldRows.spans(night, earliest));
        Accounts.commit(night, objects, parts, entries, refusals);
        vault.ifPresent(tonight -> tonight.commit(night.lake(), parts, late));
        List<String> warnings = new ArrayList<>(Unreadable.of(night, entries, parts));
        warnings.addAll(Undecided.warnings(objects, parts));
        warnings.addAll(Skipped.told(objects, parts));
        warnings.addAll(quiet(night, entries));
        Done done = done(entries, parts, late, warnings);
        return entries.stream().allMatch(LedgerEntry::saysNothingNew) ? done.withoutEffect() : done;
    }

    private static List<IngestPart> parts(
            Night night,
            List<UnreadObject> objects,
            LocalDate earliest,
            EarlierRefusals refusals,
            Optional<TonightsVault> vault) {
        HashSet<String> earlier = new HashSet<>(refusals.keys());
        JavaPairRDD<String, Ingested> rows = night.spark()
                .parallelize(ObjectSlice.of(objects, SLICE_BYTES, night.spark().defaultParallelism()))
                .flatMapToPair(new ReadObjects(
                        readers(night, vault),
                        night.lake().storage(),
                        night.config().ingest(),
                        Tombstones.ofRows(night.lake().rows(CurationTables.TOMBSTONES))))
                .union(HeldRows.known(night, earliest))
                .union(HeldRows.refused(night, Accounts.again(objects), earlier));
        int partitions = Math.max(night.spark().defaultParallelism(), partitionsFor(objects));
        SparkLake.Place place = night.tables().place();
        return ByKey.group(rows, Ingested.class, partitions, groups -> List.of(
                                IngestPart.write(place.open(), groups, earliest, earlier))
                        .iterator())
                .setName("ingest: keep the newest of each")
                .collect();
    }

    private static int partitionsFor(List<UnreadObject> objects) {
        long bytes =
                objects.stream().mapToLong(unread -> unread.object().bytes()).sum();
        return Math.toIntExact(Math.min(2000, bytes / SLICE_BYTES + 1));
    }

    private static Map<String, RecordReader> readers(Night night, Optional<TonightsVault> vault) {
        Map<String, RecordReader> readers = new TreeMap<>();
        for (SourceConfig source : night.config().sources()) {
            RecordReader reader = new RecordReader(
                    source.dialect(), source.project(), night.config().redaction(source), night.asOf(), night.batch());
            readers.put(
                    source.name(),
                    vault.map(tonight -> reader.sealing(tonight.sealer())).orElse(reader));
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
        spans.addAll(all(parts, IngestPart::spans));
        if (!touched.isEmpty()) {
            spans.addAll(night.tables()
                    .write(
                            CurationTables.SPANS,
                            night.tables()
                                    .read(CurationTables.SPANS, touched)
                                    .filter(span ->
                                            !replaced.contains(SpanKey.of(span).key()))));
        }
        List<DataFile> signals = new ArrayList<>(late.signals());
        signals.addAll(all(parts, IngestPart::signals));
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
        long tombstoned = entries.stream().mapToLong(LedgerEntry::tombstoned).sum();
        if (tombstoned > 0) {
            counts.put("tombstoned", tombstoned);
        }
        counts.put("spans", rows(all(parts, IngestPart::spans)) + rows(late.spans()));
        counts.put("signals", rows(all(parts, IngestPart::signals)) + rows(late.signals()));
        return new Done(counts, Map.of(), Map.of(), warnings, List.of());
    }

    private static long rows(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::rows).sum();
    }
}
