package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawPieces;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.object.Stored;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Redaction;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From an object's pieces to rows: the dialect says which records a piece holds and reads each, privacy goes over what it read, and only then is it a row.
 * A record that fails at either is unreadable, with the reason; nothing of it is kept.
 */
public final class RecordReader implements Serializable {
    private final Dialect dialect;
    private final String project;
    private final Redaction redaction;
    private final LocalDate night;
    private final long batch;
    private final ObjectNames names;

    /**
     * A reader of one source.
     *
     * @param project the project of records that name none
     */
    public RecordReader(Dialect dialect, String project, Redaction redaction, LocalDate night, long batch) {
        this.dialect = dialect;
        this.project = project;
        this.redaction = redaction;
        this.night = night;
        this.batch = batch;
        this.names = new ObjectNames(dialect, redaction);
    }

    /** What an object is called in tables and messages. */
    public String shown(RawObject object) {
        return names.shown(object);
    }

    /**
     * The row of a piece that is unreadable.
     *
     * @param digest SHA-256 of what tells it from others, hex
     */
    public Quarantine refused(RawObject object, RawPiece piece, String digest, Reading.Unreadable why) {
        return new Quarantine(
                object.source(),
                redaction.digest(digest),
                names.shown(object),
                names.key(object),
                piece.position(),
                piece.place(),
                why.reason(),
                why.detail(),
                night,
                batch);
    }

    /** The pieces of an object, in the form that the dialect knows. */
    public RawPieces pieces(RawObject object, Stored stored, int maxRecordBytes) {
        return dialect.form(object.name()).pieces(object, stored, maxRecordBytes);
    }

    /** The records in a piece, each to be read alone: often just itself. A document without its records is broken. */
    public List<RawPiece> records(RawPiece piece) {
        return piece.fold(this::records, List::of);
    }

    private List<RawPiece> records(RawRecord document) {
        try {
            List<RawPiece> records = new ArrayList<>();
            for (RawRecord record : dialect.records(document)) {
                records.add(new RawPiece.Whole(record));
            }
            return records;
        } catch (UnreadableRecord unreadable) {
            Reading.Unreadable why = unreadable.reading();
            return List.of(new RawPiece.Broken(
                    document.position(), why.reason(), why.detail(), Optional.of(document.digest())));
        }
    }

    /** How many things a piece holds that are none of the dialect's records, see {@link Dialect#skipped}. */
    public long skipped(RawPiece piece) {
        return piece.fold(dialect::skipped, broken -> 0L);
    }

    /** The rows of a record, ready to be stored, or why there are none. */
    public Reading read(RawPiece piece) {
        return piece.fold(this::read, broken -> new Reading.Unreadable(broken.reason(), broken.detail()));
    }

    private Reading read(RawRecord record) {
        try {
            Reading.Read read = dialect.read(record);
            if (read.spans().isEmpty() && read.signals().isEmpty()) {
                return new Reading.Unreadable(QuarantineReason.UNKNOWN_SHAPE, "it holds neither spans nor signals");
            }
            String digest = redaction.digest(record.digest());
            List<Span> spans = new ArrayList<>(read.spans().size());
            for (Span span : read.spans()) {
                LocalDate day = day(span.startedAt(), record);
                spans.add(redaction.span(inProject(span)).recorded(digest, day, batch));
            }
            List<Signal> signals = new ArrayList<>(read.signals().size());
            for (Signal signal : read.signals()) {
                signals.add(redaction.signal(signal.inProject(project)));
            }
            Instant arrived = night.atStartOfDay(ZoneOffset.UTC).toInstant();
            List<Signal> rows = SignalIds.given(signals).stream()
                    .map(signal -> signal.recorded(digest, arrived, day(signal.eventAt(), record), batch))
                    .toList();
            return new Reading.Read(spans, rows);
        } catch (UnreadableRecord unreadable) {
            return unreadable.reading();
        } catch (PrivacyFailure failure) {
            return new Reading.Unreadable(QuarantineReason.PRIVACY_FAILURE, failure.detector());
        }
    }

    /** A record that names no project belongs to its source's. */
    private Span inProject(Span span) {
        return span.project().isEmpty() ? span.toBuilder().project(project).build() : span;
    }

    private LocalDate day(Optional<Instant> time, RawRecord record) {
        return time.map(at -> at.atZone(ZoneOffset.UTC).toLocalDate())
                .or(record::date)
                .orElse(night);
    }
}
