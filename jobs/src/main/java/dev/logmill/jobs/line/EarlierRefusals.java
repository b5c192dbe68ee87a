package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.ObjectNames;
import dev.logmill.curation.lake.Lake;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Records that could not be read in an earlier version of an object that is read tonight because it holds other bytes now,
 * such as a log that grows. Those that it still holds end as they end tonight: the earlier row of the quarantine makes way,
 * so that each lies where it can be found once its mapping is mended. Those that it holds no more stay in quarantine as they
 * are. An object of as many bytes as before was only written again, and leaves no trace.
 *
 * @param readings what met them, by {@link BrokenKey}
 */
record EarlierRefusals(Map<String, Unread.Reading> readings) {
    EarlierRefusals {
        readings = new HashMap<>(readings);
    }

    static EarlierRefusals of(Night night, List<UnreadObject> objects) {
        Lake lake = night.lake();
        List<Unread.Refused> rows = new ArrayList<>();
        lake.scan(
                CurationTables.QUARANTINE,
                lake.state(CurationTables.QUARANTINE).files(),
                Unread.Refused.class,
                rows::add);
        Map<String, Unread.Reading> readings = new HashMap<>();
        if (!rows.isEmpty()) {
            Map<Unread.Reading, Long> sizes = sizes(lake);
            Map<Named, Long> tonight = tonight(night.config().objectNames(), objects);
            for (Unread.Refused row : rows) {
                Long bytes = tonight.get(new Named(row.source(), row.objectKey()));
                if (bytes != null && !bytes.equals(sizes.get(row.reading()))) {
                    readings.put(row.key().key(), row.reading());
                }
            }
        }
        return new EarlierRefusals(readings);
    }

    /** An object, whatever it holds. */
    private record Named(String source, String objectKey) {}

    /** A row of the ledger, as far as it tells the size of what was read. */
    record Sized(String source, String objectKey, long bytes, long quarantined, long batch) {}

    private static Map<Unread.Reading, Long> sizes(Lake lake) {
        Map<Unread.Reading, Long> sizes = new HashMap<>();
        lake.scan(CurationTables.LEDGER, lake.state(CurationTables.LEDGER).files(), Sized.class, entry -> {
            if (entry.quarantined() > 0) {
                sizes.put(new Unread.Reading(entry.source(), entry.objectKey(), entry.batch()), entry.bytes());
            }
        });
        return sizes;
    }

    private static Map<Named, Long> tonight(Map<String, ObjectNames> names, List<UnreadObject> objects) {
        Map<Named, Long> tonight = new HashMap<>();
        objects.stream()
                .filter(unread -> unread.before().isEmpty())
                .map(UnreadObject::object)
                .forEach(object -> {
                    ObjectNames named = Objects.requireNonNull(names.get(object.source()), object.source());
                    tonight.put(new Named(object.source(), named.key(object)), object.bytes());
                });
        return tonight;
    }

    Set<String> keys() {
        return readings.keySet();
    }

    /** The ledger's rows of the earlier versions, as they are once these of their records are met in later ones. */
    Map<Unread.Known, LedgerEntry> settled(Lake lake, Collection<String> met) {
        Map<Unread.Reading, Long> moved = new HashMap<>();
        met.forEach(key -> moved.merge(Objects.requireNonNull(readings.get(key)), 1L, Long::sum));
        Map<Unread.Known, LedgerEntry> settled = new HashMap<>();
        if (!moved.isEmpty()) {
            lake.scan(lake.state(CurationTables.LEDGER), entry -> {
                Long records = moved.get(Unread.Reading.of(entry));
                if (records != null && entry.quarantined() >= records) {
                    settled.put(Unread.Known.of(entry), entry.metLater(records));
                }
            });
        }
        return settled;
    }
}
