package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.ObjectNames;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How the records of a night's objects ended: rows for the ledger, which must add up, and for the quarantine. An object
 * that was looked at again has one row still, and of its earlier quarantine nothing is left.
 */
final class Accounts {
    private Accounts() {}

    /** What was read tonight, by object. */
    static List<LedgerEntry> of(
            Night night, List<UnreadObject> objects, List<IngestPart> parts, LateRows late, Instant readAt) {
        Map<Integer, RecordCounts> counts = new HashMap<>();
        Map<Integer, Long> totals = new HashMap<>();
        for (IngestPart part : parts) {
            part.counts().forEach((object, ended) -> counts.merge(object, ended, RecordCounts::plus));
            totals.putAll(part.totals());
        }
        late.duplicates()
                .forEach((object, records) ->
                        counts.merge(object, new RecordCounts(-records, records, 0, 0, 0, 0), RecordCounts::plus));
        Map<String, String> readings = readings(night);
        Map<String, ObjectNames> names = night.config().objectNames();
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            RawObject object = objects.get(i).object();
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
                    ended.tombstoned(),
                    Objects.requireNonNull(readings.get(object.source())),
                    night.asOf(),
                    readAt,
                    night.batch());
            check(entry, i);
            entries.add(entry);
        }
        return entries;
    }

    private static Map<String, String> readings(Night night) {
        Map<String, String> readings = new HashMap<>();
        for (SourceConfig source : night.config().sources()) {
            readings.put(source.name(), source.reading(night.config().ingest()));
        }
        return readings;
    }

    private static void check(LedgerEntry entry, int object) {
        if (!entry.reconciles()) {
            throw new LakeException(
                    "Ingest does not reconcile: object %d of source %s held %d records, but %d were stored, %d duplicates, %d quarantined and %d of people who were erased"
                            .formatted(
                                    object,
                                    entry.source(),
                                    entry.records(),
                                    entry.stored(),
                                    entry.duplicates(),
                                    entry.quarantined(),
                                    entry.tombstoned()));
        }
    }

    /** Writes them: the quarantine, then the ledger. */
    static void commit(
            Night night,
            List<UnreadObject> objects,
            List<IngestPart> parts,
            List<LedgerEntry> tonight,
            EarlierRefusals earlier) {
        HashSet<String> met = new HashSet<>();
        parts.forEach(part -> met.addAll(part.met()));
        Map<Unread.Known, LedgerEntry> settled = earlier.settled(night.lake(), met);
        HashSet<Unread.Known> known = new HashSet<>(settled.keySet());
        HashSet<Unread.Reading> again = new HashSet<>(again(objects));
        List<LedgerEntry> entries = new ArrayList<>(settled.values());
        for (int i = 0; i < objects.size(); i++) {
            LedgerEntry entry = tonight.get(i);
            Optional<LedgerEntry> before = objects.get(i).before();
            entries.add(before.map(entry::after).orElse(entry));
            before.map(Unread.Known::of).ifPresent(known::add);
        }
        boolean refusedAnew = !again.isEmpty() || !met.isEmpty();
        night.tables()
                .without(
                        CurationTables.QUARANTINE,
                        files(night, CurationTables.QUARANTINE, refusedAnew),
                        Unread.Refused.class,
                        row -> again.contains(row.reading())
                                || met.contains(row.key().key()))
                .commit(night.lake(), CurationTables.QUARANTINE, IngestJob.all(parts, IngestPart::quarantine));
        night.tables()
                .without(
                        CurationTables.LEDGER,
                        files(night, CurationTables.LEDGER, !known.isEmpty()),
                        Unread.Known.class,
                        known::contains)
                .commit(
                        night.lake(),
                        CurationTables.LEDGER,
                        night.lake().write(CurationTables.LEDGER, entries.iterator()));
    }

    /** Earlier readings of which what could not be read is read again. */
    static Set<Unread.Reading> again(List<UnreadObject> objects) {
        HashSet<Unread.Reading> again = new HashSet<>();
        objects.forEach(unread -> unread.before().map(Unread.Reading::of).ifPresent(again::add));
        return again;
    }

    /** The files of a table, where rows of it make way. */
    private static List<DataFile> files(Night night, Table<?> table, boolean makeWay) {
        return makeWay ? night.state(table).files() : List.of();
    }
}
