package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.Listing;
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
import java.util.Set;

/** Raw objects that a night finds unread. */
final class Unread {
    private Unread() {}

    /** An object as the ledger names it. */
    record Known(String source, String path, String etag) {}

    /** Objects up to a night that the ledger does not know, in their order. */
    static List<RawObject> objects(LogmillConfig config, Lake lake, LocalDate asOf) {
        Set<Known> read = new HashSet<>();
        TableState<LedgerEntry> ledger = lake.state(CurationTables.LEDGER);
        lake.scan(CurationTables.LEDGER, ledger.files(), Known.class, read::add);
        List<RawObject> unread = new ArrayList<>();
        Listing listing = new Listing(lake.storage());
        for (SourceConfig source : config.sources()) {
            try {
                listing.objects(source.name(), source.pattern(), asOf, object -> {
                    if (!read.contains(new Known(object.source(), object.name(), object.etag()))) {
                        unread.add(object);
                    }
                });
            } catch (IOException unreachable) {
                throw new LakeException("Source %s could not be listed".formatted(source.name()), unreachable);
            }
        }
        unread.sort(RawObject.ORDER);
        return unread;
    }
}
