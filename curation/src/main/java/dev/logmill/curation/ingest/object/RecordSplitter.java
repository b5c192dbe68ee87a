package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Splits an object into its records: a line each in {@code .jsonl} and {@code .ndjson}; in {@code .json} the elements
 * of one array, or documents one after the other, lines where the first line is one. {@code .gz} and {@code .zst} are
 * undone first. No more than one record is in memory at a time.
 *
 * <p>A record that is no JSON, or too large, is told as such and the next one is read. An object that ends early, or
 * cannot be decompressed further, ends with one more piece that says so.
 */
public final class RecordSplitter {
    private static final int PEEK = 4096;

    private final int maxRecordBytes;
    private final Predicate<JsonNode> isPiece;

    /** A splitter for records that are never in pieces. */
    public RecordSplitter(int maxRecordBytes) {
        this(maxRecordBytes, element -> false);
    }

    /**
     * A splitter.
     *
     * @param isPiece whether an array is one record, told by its first element
     */
    public RecordSplitter(int maxRecordBytes, Predicate<JsonNode> isPiece) {
        this.maxRecordBytes = maxRecordBytes;
        this.isPiece = isPiece;
    }

    /**
     * The pieces of an object, as they are asked for; {@code in} is read to its end and not closed. Where {@code in} fails,
     * {@link UncheckedIOException} says so: the object is not to blame and may be read another time.
     */
    public Iterator<RawPiece> pieces(RawObject object, InputStream in) {
        WatchedStream stored = new WatchedStream(in);
        return new Pieces(() -> supply(object, Compression.text(object.name(), stored)), stored);
    }

    /** The pieces in bytes that are not compressed any more. */
    Pieces.Supply supply(RawObject object, InputStream plain) throws IOException {
        return Compression.inner(object.name()).endsWith(".json")
                ? document(object, plain)
                : lines(object, new Lines(plain, maxRecordBytes));
    }

    private Pieces.Supply lines(RawObject object, Lines lines) {
        return () -> {
            Lines.Line line = lines.next();
            while (line != null && line.blank() && !line.tooLong()) {
                line = lines.next();
            }
            if (line == null) {
                return null;
            }
            return line.tooLong() ? tooLarge(line) : parsed(object, line.position(), line.bytes());
        };
    }

    private RawPiece tooLarge(Lines.Line line) {
        return new RawPiece.Broken(
                line.position(),
                QuarantineReason.RECORD_TOO_LARGE,
                "a line of %d bytes, more than %d".formatted(line.length(), maxRecordBytes),
                Optional.of(line.digest()));
    }

    /** Lines where the first line is a document of its own; else the documents themselves, wherever their lines end. */
    private Pieces.Supply document(RawObject object, InputStream plain) throws IOException {
        BufferedInputStream in = new BufferedInputStream(plain);
        if (beginsArray(in)) {
            return documents(object, in);
        }
        Lines lines = new Lines(in, maxRecordBytes);
        Lines.Line first = lines.next();
        while (first != null && first.blank() && !first.tooLong()) {
            first = lines.next();
        }
        if (first == null) {
            return () -> null;
        }
        if (first.tooLong() || isWhole(first.bytes())) {
            RawPiece one = first.tooLong() ? tooLarge(first) : parsed(object, first.position(), first.bytes());
            Iterator<RawPiece> before = List.of(one).iterator();
            Pieces.Supply rest = lines(object, lines);
            return () -> before.hasNext() ? before.next() : rest.next();
        }
        byte[] begun = Arrays.copyOf(first.bytes(), first.bytes().length + 1);
        begun[begun.length - 1] = '\n';
        return documents(object, new SequenceInputStream(new ByteArrayInputStream(begun), lines.rest()));
    }

    private Pieces.Supply documents(RawObject object, InputStream in) throws IOException {
        Documents documents = new Documents(in, maxRecordBytes);
        return () -> {
            Documents.Document document = documents.next();
            if (document == null) {
                return null;
            }
            RawPiece piece = piece(object, document);
            boolean inPieces = piece != null
                    && documents.isFirstOfArray()
                    && piece.fold(record -> isPiece.test(record.body()), no -> false);
            return inPieces ? piece(object, documents.rejoined(document)) : piece;
        };
    }

    private static @Nullable RawPiece piece(RawObject object, Documents.Document document) {
        byte[] bytes = document.bytes();
        return bytes == null ? document.broken() : parsed(object, document.position(), bytes);
    }

    /** Looks no further than the first visible character within a few thousand. */
    private static boolean beginsArray(BufferedInputStream in) throws IOException {
        in.mark(PEEK);
        int seen = in.read();
        for (int i = 1; i < PEEK && isInvisible(seen); i++) {
            seen = in.read();
        }
        in.reset();
        return seen == '[';
    }

    private static boolean isInvisible(int seen) {
        return seen == ' '
                || seen == '\t'
                || seen == '\r'
                || seen == '\n'
                || seen == 0xef
                || seen == 0xbb
                || seen == 0xbf;
    }

    /** Whether a line is a document, if a broken one, and not the beginning of one that goes on below. */
    private static boolean isWhole(byte[] line) {
        String ends = new String(line, StandardCharsets.ISO_8859_1).strip();
        if (!ends.endsWith("}")) {
            return false;
        }
        try {
            Json.parse(line);
            return true;
        } catch (JsonEOFException goesOn) {
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    private static RawPiece parsed(RawObject object, long position, byte[] bytes) {
        try {
            return record(object, position, bytes, ExportedLine.json(bytes));
        } catch (IOException malformed) {
            return Malformed.piece(position, bytes, malformed);
        }
    }

    private static RawPiece record(RawObject object, long position, byte[] bytes, JsonNode body) {
        return new RawPiece.Whole(
                new RawRecord(object.source(), object.name(), position, object.date(), Digest.sha256(bytes), body));
    }
}
