package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawPieces;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.object.Stored;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Redaction;
import dev.logmill.curation.trace.EchoedInput;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.vault.Sealed;
import dev.logmill.curation.vault.Sealer;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable Sealer sealer;

    /**
     * A reader of one source.
     *
     * @param project the project of records that name none
     */
    public RecordReader(Dialect dialect, String project, Redaction redaction, LocalDate night, long batch) {
        this(dialect, project, redaction, night, batch, null);
    }

    private RecordReader(
            Dialect dialect,
            String project,
            Redaction redaction,
            LocalDate night,
            long batch,
            @Nullable Sealer sealer) {
        this.dialect = dialect;
        this.project = project;
        this.redaction = redaction;
        this.night = night;
        this.batch = batch;
        this.sealer = sealer;
        this.names = new ObjectNames(dialect, redaction);
    }

    /** The same, which seals the originals of rows that privacy wants sealed. */
    public RecordReader sealing(Sealer originals) {
        return new RecordReader(dialect, project, redaction, night, batch, originals);
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
                dialect.apart(record).forEach(said -> records.add(new RawPiece.Whole(said)));
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
            return kept(
                    record,
                    read.spans().stream()
                            .map(span -> FailedResult.noted(
                                    MediaByReference.of(WithheldText.without(EchoedInput.without(inProject(span))))))
                            .toList(),
                    read.signals().stream()
                            .map(signal -> signal.inProject(project))
                            .toList());
        } catch (UnreadableRecord unreadable) {
            return unreadable.reading();
        } catch (PrivacyFailure failure) {
            return new Reading.Unreadable(QuarantineReason.PRIVACY_FAILURE, failure.detector());
        }
    }

    private Reading.Read kept(RawRecord record, List<Span> logged, List<Signal> said) throws PrivacyFailure {
        String digest = redaction.digest(record.digest());
        List<Optional<Sealed>> originals = new ArrayList<>();
        List<Span> spans = spans(record, digest, logged, originals);
        return new Reading.Read(spans, signals(record, digest, said, originals), originals);
    }

    private List<Span> spans(RawRecord record, String digest, List<Span> logged, List<Optional<Sealed>> originals)
            throws PrivacyFailure {
        List<Span> redacted = redaction.spans(logged);
        List<Span> spans = new ArrayList<>(logged.size());
        for (int i = 0; i < logged.size(); i++) {
            Span original = logged.get(i);
            Span kept = redacted.get(i).recorded(digest, day(original.startedAt(), record), batch);
            spans.add(kept);
            originals.add(sealer(original.agent()).map(seals -> seals.seal(original, kept)));
        }
        return spans;
    }

    private List<Signal> signals(RawRecord record, String digest, List<Signal> logged, List<Optional<Sealed>> originals)
            throws PrivacyFailure {
        List<Signal> redacted = new ArrayList<>(logged.size());
        for (Signal signal : logged) {
            redacted.add(redaction.signal(signal));
        }
        Instant arrived = night.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Signal> signals = SignalIds.given(redacted).stream()
                .map(signal -> signal.recorded(digest, arrived, day(signal.eventAt(), record), batch))
                .toList();
        for (int i = 0; i < signals.size(); i++) {
            Signal original = logged.get(i);
            Signal kept = signals.get(i);
            originals.add(sealer(Optional.empty()).map(seals -> seals.seal(original, kept)));
        }
        return signals;
    }

    /** What seals the originals of an agent's rows, where privacy wants that. */
    private Optional<Sealer> sealer(Optional<String> agent) {
        return Optional.ofNullable(sealer).filter(seals -> redaction.seals(agent));
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
