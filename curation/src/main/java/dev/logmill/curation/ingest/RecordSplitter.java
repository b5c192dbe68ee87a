package dev.logmill.curation.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdInputStream;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

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

    /** Takes the records of an object as they come. */
    public interface Sink {
        void record(RawRecord record);

        void broken(long position, QuarantineReason reason, String detail);
    }

    /** Splits an object; {@code in} is read to its end and not closed. */
    public void split(RawObject object, InputStream in, Sink sink) throws IOException {
        String name = object.name();
        InputStream plain = null;
        Lines lines = null;
        try {
            plain = decompressed(name, in);
            lines = new Lines(plain, maxRecordBytes);
            String stem =
                    name.endsWith(".gz") || name.endsWith(".zst") ? name.substring(0, name.lastIndexOf('.')) : name;
            if (stem.endsWith(".json")) {
                document(object, plain, sink);
            } else {
                lines(object, lines, sink);
            }
        } catch (DamagedObject damaged) {
            long position = lines == null ? 0 : lines.position();
            sink.broken(position, QuarantineReason.DAMAGED_OBJECT, damaged.detail());
        }
    }

    private static void lines(RawObject object, Lines lines, Sink sink) throws IOException {
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            if (line.tooLong()) {
                sink.broken(
                        line.position(),
                        QuarantineReason.RECORD_TOO_LARGE,
                        "a line of %d bytes".formatted(line.length()));
            } else if (!line.blank()) {
                parse(object, line.position(), line.bytes(), sink);
            }
        }
    }

    private void document(RawObject object, InputStream in, Sink sink) throws IOException {
        byte[] bytes = read(in);
        if (bytes.length == 0) {
            return;
        }
        JsonNode root;
        try {
            root = Json.parse(bytes);
        } catch (JsonProcessingException several) {
            lines(object, new Lines(new ByteArrayInputStream(bytes), maxRecordBytes), sink);
            return;
        }
        if (!root.isArray()) {
            sink.record(record(object, 1, Digest.sha256(bytes), root));
            return;
        }
        long position = 0;
        for (JsonNode element : root) {
            String text = Json.MAPPER.writeValueAsString(element);
            sink.record(record(object, ++position, Digest.sha256(text.getBytes(StandardCharsets.UTF_8)), element));
        }
    }

    private byte[] read(InputStream in) throws IOException {
        try {
            return in.readAllBytes();
        } catch (IOException cut) {
            throw new DamagedObject(cut);
        }
    }

    private static void parse(RawObject object, long position, byte[] bytes, Sink sink) {
        try {
            JsonNode body = Json.parse(bytes);
            sink.record(record(object, position, Digest.sha256(bytes), body));
        } catch (StreamReadException malformed) {
            String place = "at byte %d".formatted(malformed.getLocation().getByteOffset());
            sink.broken(
                    position, isUtf8(bytes) ? QuarantineReason.MALFORMED_JSON : QuarantineReason.INVALID_UTF8, place);
        } catch (IOException malformed) {
            QuarantineReason reason = isUtf8(bytes) ? QuarantineReason.MALFORMED_JSON : QuarantineReason.INVALID_UTF8;
            sink.broken(position, reason, malformed.getClass().getSimpleName());
        }
    }

    private static RawRecord record(RawObject object, long position, String digest, JsonNode body) {
        return new RawRecord(object.source(), object.name(), position, object.date(), digest, body);
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
