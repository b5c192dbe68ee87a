package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.Listing;
import dev.logmill.curation.ingest.ObjectNames;
import dev.logmill.curation.ingest.RawObject;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.lake.TableState;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Raw objects that a night finds unread. */
final class Unread {
    private Unread() {}

    /** An object as the ledger names it. */
    record Known(String source, String objectKey, String etag) {}

    /** Objects up to a night that the ledger does not know, in their order. */
    static List<RawObject> objects(LogmillConfig config, Lake lake, LocalDate asOf) {
        Set<Known> read = new HashSet<>();
        TableState<LedgerEntry> ledger = lake.state(CurationTables.LEDGER);
        lake.scan(CurationTables.LEDGER, ledger.files(), Known.class, read::add);
        List<RawObject> unread = new ArrayList<>();
        Listing listing = new Listing(lake.storage());
        Map<String, ObjectNames> names = config.objectNames();
        for (SourceConfig source : config.sources()) {
            ObjectNames named = Objects.requireNonNull(names.get(source.name()), source.name());
            try {
                listing.objects(source.name(), source.pattern(), asOf, object -> {
                    if (!read.contains(new Known(object.source(), named.key(object), object.etag()))) {
                        unread.add(object);
                    }
                });
            } catch (IOException unreachable) {
                throw unlisted(source, unreachable);
            }
        }
        unread.sort(RawObject.ORDER);
        return unread;
    }

    /** A sentence for each source whose path fits no object of any day: it may have written nothing yet, or be mistyped. */
    static List<String> warnings(LogmillConfig config, Lake lake) {
        Listing listing = new Listing(lake.storage());
        List<String> warnings = new ArrayList<>();
        for (SourceConfig source : config.sources()) {
            try {
                if (!listing.any(source.pattern())) {
                    warnings.add("source %s: no object fits its path %s"
                            .formatted(source.name(), source.pattern().written()));
                }
            } catch (IOException unreachable) {
                throw unlisted(source, unreachable);
            }
        }
        return warnings;
    }

    private static LakeException unlisted(SourceConfig source, IOException unreachable) {
        return new LakeException("Source %s could not be listed".formatted(source.name()), unreachable);
    }
}
