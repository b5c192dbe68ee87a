package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.UnknownScale;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawPieces;
import dev.logmill.curation.ingest.object.StoredObject;
import dev.logmill.curation.ingest.object.Unopened;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.privacy.Redaction;
import dev.logmill.jobs.config.DialectKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads objects as ingest would, without a lake: each record becomes spans and signals, or the reason why not. */
final class Sniffer {
    /** Enough to tell what an object is. */
    private static final int FIRST_RECORDS = 20;

    /** The share where nothing but scores is there and all wait for their scale: more than where nothing is known. */
    private static final double WAITING = 0.01;

    private final List<KnownFormat> formats;
    private final StorageSettings storage;
    private final Redaction redaction;
    private final int maxRecordBytes;

    /** @param formats those that are thought of, of two that read equally much a preset is taken, as the closer one; else the first */
    Sniffer(List<KnownFormat> formats, StorageSettings storage, Redaction redaction, int maxRecordBytes) {
        this.formats = List.copyOf(formats);
        this.storage = storage;
        this.redaction = redaction;
        this.maxRecordBytes = maxRecordBytes;
    }

    /** Takes what became of one record after the other; false ends the reading. */
    interface Visitor {
        boolean visit(RawPiece record, Reading reading);
    }

    /**
     * The format in which most of an object's first records can be read, and surely; nothing where it is none. Shares are
     * compared, since what is many records in one format may be a single one in another.
     */
    Optional<KnownFormat> formatOf(RawObject object) throws IOException {
        Optional<KnownFormat> best = Optional.empty();
        double most = 0;
        for (KnownFormat format : formats) {
            double read = shareRead(format, object);
            boolean closer = read == most && read > 0 && format.preset().isPresent();
            if (read > most || closer) {
                most = read;
                best = Optional.of(format);
            }
        }
        return best;
    }

    /** A format to say why an object cannot be read: the most general one, whose refusals name what was looked for. */
    KnownFormat anyFormat() {
        return formats.stream()
                .filter(format -> format.kind() == DialectKind.OPENAI_LOG)
                .findFirst()
                .orElse(formats.get(0));
    }

    /** The only format that is thought of: what it refuses everything for is what somebody wants to know. */
    Optional<KnownFormat> sole() {
        return formats.size() == 1 ? Optional.of(formats.get(0)) : Optional.empty();
    }

    /** What an object is that no format has records in, but one reads along with others, in words. */
    Optional<String> companion(RawObject object) throws IOException {
        for (KnownFormat format : formats) {
            RecordReader reader = reader(format);
            try (RawPieces pieces = reader.pieces(object, new StoredObject(object, storage), maxRecordBytes)) {
                Optional<String> companion = pieces.hasNext()
                        ? pieces.next().fold(format.dialect()::companion, broken -> Optional.empty())
                        : Optional.empty();
                if (companion.isPresent()) {
                    return companion;
                }
            }
        }
        return Optional.empty();
    }

    /** What an object is that is read in no format since nobody looks into it, and what to do about it, in words. */
    Optional<String> unopened(RawObject object) throws IOException {
        RecordReader reader = reader(anyFormat());
        try (RawPieces pieces = reader.pieces(object, new StoredObject(object, storage), maxRecordBytes)) {
            return pieces.hasNext()
                    ? pieces.next().fold(record -> Optional.empty(), broken -> Optional.of(broken.detail())
                            .filter(Unopened::isWhy))
                    : Optional.empty();
        }
    }

    private RecordReader reader(KnownFormat format) {
        return new RecordReader(format.dialect(), "sniff", redaction, LocalDate.EPOCH, 0);
    }

    private double shareRead(KnownFormat format, RawObject object) throws IOException {
        int[] counts = new int[3];
        read(format, object, (record, reading) -> {
            boolean certain = record.fold(format.dialect()::isCertain, broken -> false);
            counts[0] += reading.fold(read -> certain ? 2 : 1, unreadable -> 0);
            // A score that waits for its scale says nothing against the format that knows it as one.
            counts[1] += reading.fold(read -> 1, unreadable -> UnknownScale.is(unreadable) ? 0 : 1);
            return ++counts[2] < FIRST_RECORDS;
        });
        boolean allWait = counts[1] == 0 && counts[2] > 0;
        return allWait ? WAITING : counts[1] == 0 ? 0 : (double) counts[0] / counts[1];
    }

    /** Reads an object in a format. */
    void read(KnownFormat format, RawObject object, Visitor visitor) throws IOException {
        RecordReader reader = reader(format);
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
