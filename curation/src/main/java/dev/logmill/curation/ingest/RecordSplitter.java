package dev.logmill.curation.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdInputStream;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Splits an object into its records: a line each in {@code .jsonl} and {@code .ndjson}; in {@code .json} the elements
 * of one array, or the one document, or lines where the first document is followed by another. {@code .gz} and
 * {@code .zst} are undone first.
 *
 * <p>A record that is no JSON, or too large, is told as such and the next one is read. An object that ends early, or
 * cannot be decompressed further, ends with one more piece that says so.
 */
public final class RecordSplitter {
    private final int maxRecordBytes;

    public RecordSplitter(int maxRecordBytes) {
        this.maxRecordBytes = maxRecordBytes;
    }

    /** The pieces of an object, as they are asked for; {@code in} is read to its end and not closed. */
    public Iterator<RawPiece> pieces(RawObject object, InputStream in) {
        Source source = () -> {
            InputStream plain = decompressed(object.name(), in);
            return isDocument(object.name()) ? document(object, plain) : lines(object, plain);
        };
        return new Pieces(source);
    }

    private static boolean isDocument(String name) {
        boolean packed = name.endsWith(".gz") || name.endsWith(".zst");
        return (packed ? name.substring(0, name.lastIndexOf('.')) : name).endsWith(".json");
    }

    /** Gives pieces until there are no more. */
    private interface Supply {
        @Nullable
        RawPiece next() throws IOException;
    }

    private interface Source {
        Supply open() throws IOException;
    }

    /** The pieces of one object; the damage that ends it early is its last piece. */
    private static final class Pieces implements Iterator<RawPiece> {
        private final Source source;
        private @Nullable Supply supply;
        private @Nullable RawPiece next;
        private long position;
        private boolean ended;

        Pieces(Source source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                next = advance();
                ended = next == null;
            }
            return next != null;
        }

        @Override
        public RawPiece next() {
            RawPiece piece = hasNext() ? next : null;
            if (piece == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return piece;
        }

        private @Nullable RawPiece advance() {
            try {
                if (supply == null) {
                    supply = source.open();
                }
                RawPiece piece = supply.next();
                position = piece == null ? position : piece.position();
                return piece;
            } catch (DamagedObject damaged) {
                supply = () -> null;
                return new RawPiece.Broken(position + 1, QuarantineReason.DAMAGED_OBJECT, damaged.detail());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private Supply lines(RawObject object, InputStream plain) {
        Lines lines = new Lines(plain, maxRecordBytes);
        return () -> {
            Lines.Line line = lines.next();
            while (line != null && line.blank() && !line.tooLong()) {
                line = lines.next();
            }
            if (line == null) {
                return null;
            }
            return line.tooLong()
                    ? new RawPiece.Broken(
                            line.position(),
                            QuarantineReason.RECORD_TOO_LARGE,
                            "a line of %d bytes, more than %d".formatted(line.length(), maxRecordBytes))
                    : parsed(object, line.position(), line.bytes());
        };
    }

    private Supply document(RawObject object, InputStream plain) throws IOException {
        byte[] bytes = whole(plain);
        JsonNode root;
        try {
            root = Json.parse(bytes);
        } catch (JsonProcessingException notOne) {
            // A .json of lines, if its first line is a document; else a broken document, which is one record.
            Supply lines = lines(object, new ByteArrayInputStream(bytes));
            RawPiece first = lines.next();
            return first instanceof RawPiece.Whole
                    ? lines(object, new ByteArrayInputStream(bytes))
                    : supply(List.of(parsed(object, 1, bytes)));
        }
        if (root.isMissingNode()) {
            return () -> null;
        }
        if (!root.isArray()) {
            return supply(List.of(record(object, 1, bytes, root)));
        }
        Iterator<JsonNode> elements = root.iterator();
        long[] position = {0};
        return () -> elements.hasNext() ? element(object, ++position[0], elements.next()) : null;
    }

    private static Supply supply(List<RawPiece> pieces) {
        Iterator<RawPiece> iterator = pieces.iterator();
        return () -> iterator.hasNext() ? iterator.next() : null;
    }

    private static RawPiece element(RawObject object, long position, JsonNode element) throws IOException {
        return record(object, position, Json.MAPPER.writeValueAsBytes(element), element);
    }

    private static byte[] whole(InputStream in) throws IOException {
        try {
            return in.readAllBytes();
        } catch (IOException cut) {
            throw new DamagedObject(cut);
        }
    }

    private static RawPiece parsed(RawObject object, long position, byte[] bytes) {
        try {
            return record(object, position, bytes, Json.parse(bytes));
        } catch (JsonProcessingException malformed) {
            String place = malformed.getLocation() == null
                    ? malformed.getClass().getSimpleName()
                    : "at byte %d".formatted(malformed.getLocation().getByteOffset());
            return broken(position, bytes, place);
        } catch (IOException malformed) {
            return broken(position, bytes, malformed.getClass().getSimpleName());
        }
    }

    private static RawPiece broken(long position, byte[] bytes, String detail) {
        QuarantineReason reason = isUtf8(bytes) ? QuarantineReason.MALFORMED_JSON : QuarantineReason.INVALID_UTF8;
        return new RawPiece.Broken(position, reason, detail);
    }

    private static RawPiece record(RawObject object, long position, byte[] bytes, JsonNode body) {
        return new RawPiece.Whole(
                new RawRecord(object.source(), object.name(), position, object.date(), Digest.sha256(bytes), body));
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    private static InputStream decompressed(String name, InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(1);
        if (buffered.read() < 0) {
            return buffered;
        }
        buffered.reset();
        try {
            if (name.endsWith(".gz")) {
                return new GZIPInputStream(buffered, 1 << 16);
            }
            return name.endsWith(".zst") ? new ZstdInputStream(buffered) : buffered;
        } catch (IOException notCompressed) {
            throw new DamagedObject(notCompressed);
        }
    }
}
