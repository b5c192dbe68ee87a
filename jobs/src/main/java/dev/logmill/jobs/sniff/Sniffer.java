package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawPieces;
import dev.logmill.curation.ingest.object.StoredObject;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.privacy.Redaction;
import dev.logmill.jobs.config.DialectKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads objects as ingest would, without a lake: each record becomes spans and signals, or the reason why not. */
final class Sniffer {
    /** Enough to tell what an object is. */
    private static final int FIRST_RECORDS = 20;

    private final Map<DialectKind, Dialect> dialects;
    private final StorageSettings storage;
    private final Redaction redaction;
    private final int maxRecordBytes;

    /** @param dialects those that are thought of, of two that read equally much the first is taken */
    Sniffer(Map<DialectKind, Dialect> dialects, StorageSettings storage, Redaction redaction, int maxRecordBytes) {
        this.dialects = dialects;
        this.storage = storage;
        this.redaction = redaction;
        this.maxRecordBytes = maxRecordBytes;
    }

    /** Takes what became of one record after the other; false ends the reading. */
    interface Visitor {
        boolean visit(RawPiece record, Reading reading);
    }

    /** The dialect that reads most of an object's first records, and is sure of them; nothing where none reads any. */
    Optional<DialectKind> dialectOf(RawObject object) throws IOException {
        Optional<DialectKind> best = Optional.empty();
        int most = 0;
        for (DialectKind kind : dialects.keySet()) {
            int read = firstRead(kind, object);
            if (read > most) {
                most = read;
                best = Optional.of(kind);
            }
        }
        return best;
    }

    /** A dialect to say why an object cannot be read. */
    DialectKind anyDialect() {
        return dialects.keySet().iterator().next();
    }

    private int firstRead(DialectKind kind, RawObject object) throws IOException {
        Dialect dialect = Objects.requireNonNull(dialects.get(kind));
        int[] counts = new int[2];
        read(kind, object, (record, reading) -> {
            boolean certain = record.fold(dialect::isCertain, broken -> false);
            counts[0] += reading.fold(read -> certain ? 2 : 1, unreadable -> 0);
            counts[1]++;
            return counts[1] < FIRST_RECORDS;
        });
        return counts[0];
    }

    /** Reads an object in a dialect. */
    void read(DialectKind kind, RawObject object, Visitor visitor) throws IOException {
        RecordReader reader =
                new RecordReader(Objects.requireNonNull(dialects.get(kind)), "sniff", redaction, LocalDate.EPOCH, 0);
        try (RawPieces pieces = reader.pieces(object, new StoredObject(object, storage), maxRecordBytes)) {
            while (pieces.hasNext()) {
                List<RawPiece> records = reader.records(pieces.next());
                for (RawPiece record : records) {
                    if (!visitor.visit(record, reader.read(record))) {
                        return;
                    }
                }
            }
        }
    }
}
