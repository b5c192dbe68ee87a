package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.Listing;
import dev.logmill.curation.ingest.ObjectNames;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
    private final Map<String, ObjectNames> names;
    private final Set<Known> read = new HashSet<>();
    private final Set<Known> again = new HashSet<>();
    private final ReadOtherwise otherwise = new ReadOtherwise();

    private Unread(LogmillConfig config, Lake lake) {
        this.config = config;
        this.lake = lake;
        this.names = config.objectNames();
        Map<String, String> readings = new HashMap<>();
        config.sources().forEach(source -> readings.put(source.name(), source.reading(config.ingest())));
        lake.scan(CurationTables.LEDGER, lake.state(CurationTables.LEDGER).files(), Entry.class, entry -> {
            boolean changed = !entry.reading().equals(readings.get(entry.source()));
            (entry.quarantined() > 0 && changed ? again : read).add(entry.known());
            if (entry.quarantined() < entry.records()) {
                otherwise.add(entry.source(), !changed);
            }
        });
    }

    /** An object as the ledger names it. */
    record Known(String source, String objectKey, String etag) implements Serializable {
        static Known of(LedgerEntry entry) {
            return new Known(entry.source(), entry.objectKey(), entry.etag());
        }
    }

    /** One time that an object was read: an ingest reads it but once. */
    record Reading(String source, String objectKey, long batch) implements Serializable {
        static Reading of(LedgerEntry entry) {
            return new Reading(entry.source(), entry.objectKey(), entry.batch());
        }
    }

    /** A row of the ledger, as far as it tells whether there is something left to read. */
    record Entry(String source, String objectKey, String etag, long records, long quarantined, String reading) {
        Known known() {
            return new Known(source, objectKey, etag);
        }
    }

    /** A row of the quarantine: its key, and where its record lies. */
    record Refused(String source, String recordDigest, String objectKey, long position, String place, long batch) {
        BrokenKey key() {
            return new BrokenKey(source, recordDigest);
        }

        /** The reading that met it. */
        Reading reading() {
            return new Reading(source, objectKey, batch);
        }
    }

    /**
     * Objects to be read, in their order; and a sentence for each that waits, or is missing among them, and for each source that
     * has none. One where there is no source at all.
     */
    record Found(List<UnreadObject> objects, List<String> told) {}

    /** Objects up to a night that are to be read, in their order. */
    static List<UnreadObject> objects(LogmillConfig config, Lake lake, LocalDate asOf) {
        return found(config, lake, asOf).objects();
    }

    /** The same, with what a person should know of them. */
    static Found found(LogmillConfig config, Lake lake, LocalDate asOf) {
        return new Unread(config, lake).found(asOf);
    }

    private Found found(LocalDate asOf) {
        List<RawObject> unread = new ArrayList<>();
        List<String> told = new ArrayList<>();
        if (config.sources().isEmpty()) {
            told.add("no source is configured, so there is nothing to read: name your logs under 'sources'");
        }
        Listing listing = new Listing(lake.storage());
        for (SourceConfig source : config.sources()) {
            try {
                Sifted sifted = new Sifted(source);
                listing.objects(
                        source.name(),
                        source.pattern(),
                        asOf,
                        object -> sifted.take(object, !read.contains(known(object))));
                if (sifted.isEmpty()) {
                    told.add(new Unmatched(listing, names(source.name())).told(source, asOf));
                }
                told.addAll(sifted.judge(asOf, lake.storage()));
                told.addAll(otherwise.told(source.name()));
                unread.addAll(sifted.unread());
            } catch (IOException unreachable) {
                throw unlisted(source, unreachable);
            }
        }
        unread.sort(RawObject.ORDER);
        return new Found(
                again.isEmpty() ? unread.stream().map(UnreadObject::fresh).toList() : remembered(unread), told);
    }

    private Known known(RawObject object) {
        return new Known(object.source(), names(object.source()).key(object), object.etag());
    }

    private ObjectNames names(String source) {
        return Objects.requireNonNull(names.get(source), source);
    }

    private List<UnreadObject> remembered(List<RawObject> unread) {
        Map<Known, LedgerEntry> before = new HashMap<>();
        lake.scan(lake.state(CurationTables.LEDGER), entry -> {
            Known known = Known.of(entry);
            if (again.contains(known)) {
                before.put(known, entry);
            }
        });
        Map<Reading, List<UnreadObject.Place>> refused = refused(before.values());
        return unread.stream()
                .map(object -> Optional.ofNullable(before.get(known(object)))
                        .map(entry -> new UnreadObject(
                                object, Optional.of(entry), refused.getOrDefault(Reading.of(entry), List.of())))
                        .orElseGet(() -> UnreadObject.fresh(object)))
                .toList();
    }

    /** Where the records lie that could not be read; of an object of which none could be, there is no need to know. */
    private Map<Reading, List<UnreadObject.Place>> refused(Collection<LedgerEntry> before) {
        Map<Reading, List<UnreadObject.Place>> refused = new HashMap<>();
        before.forEach(entry -> {
            if (entry.quarantined() < entry.records()) {
                refused.put(Reading.of(entry), new ArrayList<>());
            }
        });
        lake.scan(
                CurationTables.QUARANTINE, lake.state(CurationTables.QUARANTINE).files(), Refused.class, row -> {
                    List<UnreadObject.Place> places = refused.get(row.reading());
                    if (places != null) {
                        places.add(new UnreadObject.Place(row.position(), row.place()));
                    }
                });
        refused.values()
                .forEach(places -> places.sort(Comparator.comparingLong(UnreadObject.Place::position)
                        .thenComparing(UnreadObject.Place::place)));
        return refused;
    }

    private static LakeException unlisted(SourceConfig source, IOException unreachable) {
        return new LakeException("Source %s could not be listed".formatted(source.name()), unreachable);
    }
}
