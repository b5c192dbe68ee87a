package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.Listing;
import dev.logmill.curation.ingest.RawObject;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Raw objects that a night finds unread: those that the ledger does not know, and those of which something could not be
 * read, by a source that has been configured otherwise since.
 */
final class Unread {
    private final LogmillConfig config;
    private final Lake lake;
    private final Set<Known> read = new HashSet<>();
    private final Set<Known> again = new HashSet<>();

    private Unread(LogmillConfig config, Lake lake) {
        this.config = config;
        this.lake = lake;
        Map<String, String> readings = new HashMap<>();
        config.sources().forEach(source -> readings.put(source.name(), source.reading(config.ingest())));
        lake.scan(CurationTables.LEDGER, lake.state(CurationTables.LEDGER).files(), Entry.class, entry -> {
            boolean changed = !entry.reading().equals(readings.get(entry.source()));
            (entry.quarantined() > 0 && changed ? again : read).add(entry.known());
        });
    }

    /** An object as the ledger names it. */
    record Known(String source, String path, String etag) implements Serializable {
        static Known of(RawObject object) {
            return new Known(object.source(), object.name(), object.etag());
        }
    }

    /** A row of the ledger, as far as it tells whether there is something left to read. */
    record Entry(String source, String path, String etag, long quarantined, String reading) {
        Known known() {
            return new Known(source, path, etag);
        }
    }

    /** A row of the quarantine, by its key. */
    record Refused(String source, String object, String etag, long position, String place) {
        Known known() {
            return new Known(source, object, etag);
        }
    }

    /** Objects up to a night that are to be read, in their order. */
    static List<UnreadObject> objects(LogmillConfig config, Lake lake, LocalDate asOf) {
        return new Unread(config, lake).objects(asOf);
    }

    private List<UnreadObject> objects(LocalDate asOf) {
        List<RawObject> unread = new ArrayList<>();
        Listing listing = new Listing(lake.storage());
        for (SourceConfig source : config.sources()) {
            try {
                listing.objects(source.name(), source.pattern(), asOf, object -> {
                    if (!read.contains(Known.of(object))) {
                        unread.add(object);
                    }
                });
            } catch (IOException unreachable) {
                throw new LakeException("Source %s could not be listed".formatted(source.name()), unreachable);
            }
        }
        unread.sort(RawObject.ORDER);
        return again.isEmpty() ? unread.stream().map(UnreadObject::fresh).toList() : remembered(unread);
    }

    private List<UnreadObject> remembered(List<RawObject> unread) {
        Map<Known, LedgerEntry> before = new HashMap<>();
        lake.scan(lake.state(CurationTables.LEDGER), entry -> {
            Known known = new Known(entry.source(), entry.path(), entry.etag());
            if (again.contains(known)) {
                before.put(known, entry);
            }
        });
        Map<Known, List<UnreadObject.Place>> refused = refused(before);
        return unread.stream()
                .map(object -> new UnreadObject(
                        object,
                        Optional.ofNullable(before.get(Known.of(object))),
                        refused.getOrDefault(Known.of(object), List.of())))
                .toList();
    }

    /** Where the records lie that could not be read; of an object of which none could be, there is no need to know. */
    private Map<Known, List<UnreadObject.Place>> refused(Map<Known, LedgerEntry> before) {
        Map<Known, List<UnreadObject.Place>> refused = new HashMap<>();
        before.forEach((known, entry) -> {
            if (entry.quarantined() < entry.records()) {
                refused.put(known, new ArrayList<>());
            }
        });
        lake.scan(
                CurationTables.QUARANTINE, lake.state(CurationTables.QUARANTINE).files(), Refused.class, row -> {
                    if (refused.containsKey(row.known())) {
                        Objects.requireNonNull(refused.get(row.known()))
                                .add(new UnreadObject.Place(row.position(), row.place()));
                    }
                });
        refused.values()
                .forEach(places -> places.sort(Comparator.comparingLong(UnreadObject.Place::position)
                        .thenComparing(UnreadObject.Place::place)));
        return refused;
    }
}
