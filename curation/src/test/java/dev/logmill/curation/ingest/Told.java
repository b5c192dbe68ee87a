package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawPieces;
import dev.logmill.curation.privacy.Unchanged;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an object holds as a dialect reads it.
 *
 * @param refusals reason and detail of each record that cannot be read
 * @param places position and place of each record
 */
public record Told(List<Span> spans, List<Signal> signals, List<String> refusals, List<String> places) {
    public static Told by(Dialect dialect, String name, byte[] bytes) {
        return by(new RecordReader(dialect, "demo", new Unchanged(), LocalDate.EPOCH, 1), name, bytes);
    }

    static Told by(RecordReader reader, String name, byte[] bytes) {
        RawObject object = new RawObject("app", name, name, "", bytes.length, Optional.empty());
        Told told = new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (RawPieces pieces = reader.pieces(object, new StoredBytes(bytes), 1 << 24)) {
            pieces.forEachRemaining(piece -> reader.records(piece).forEach(record -> told.add(reader, record)));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return told;
    }

    private void add(RecordReader reader, RawPiece record) {
        places.add(record.position() + record.place());
        Reading reading = reader.read(record);
        String refusal = reading.fold(this::took, unread -> unread.reason() + ": " + unread.detail());
        if (!refusal.isEmpty()) {
            refusals.add(refusal);
        }
    }

    private String took(Reading.Read read) {
        spans.addAll(read.spans());
        signals.addAll(read.signals());
        return "";
    }

    public Span span(int index) {
        return spans.get(index);
    }
}
