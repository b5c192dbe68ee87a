package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.logmill.curation.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a stream, one in memory at a time: the elements of one array, or documents one after the other.
 *
 * <p>A document that breaks a rule which can be told once it has been read, as a key written twice, is one broken piece.
 * Where the stream itself goes wrong nobody knows where the next document begins: that ends it.
 */
final class Documents {
    private final int limit;
    private final Metered metered;
    private final JsonParser parser;
    private boolean array;
    private boolean begun;
    private boolean ended;
    private long position;

    Documents(InputStream in, int limit) throws IOException {
        this.limit = limit;
        this.metered = new Metered(in);
        metered.allow(limit);
        this.parser = Json.MAPPER.createParser(metered);
    }

    /** A document as it was written but for white space, or what is wrong with it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once and never compared
    record Document(long position, byte @Nullable [] bytes, RawPiece.@Nullable Broken broken) {}

    /** The next document, or null at the end. */
    @Nullable
    Document next() throws IOException {
        if (ended) {
            return null;
        }
        metered.allow(limit);
        position++;
        try {
            JsonToken token = first();
            if (token == null || (array && token == JsonToken.END_ARRAY)) {
                ended = true;
                return null;
            }
            return new Document(position, copied(token), null);
        } catch (TooLarge large) {
            ended = true;
            return broken(
                    QuarantineReason.RECORD_TOO_LARGE,
                    "a document of more than %d bytes; what follows it was not read".formatted(limit));
        } catch (JsonProcessingException problem) {
            ended = true;
            return broken(
                    QuarantineReason.MALFORMED_JSON, Malformed.detail(problem) + "; what follows it was not read");
        }
    }

    /** Whether the document last given is the first element of an array. */
    boolean isFirstOfArray() {
        return array && position == 1;
    }

    /** An array whose elements are pieces of one document: that document, as far as the limit allows. */
    Document rejoined(Document first) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        long length = 0;
        for (Document element = first; element != null; element = next()) {
            RawPiece.Broken broken = element.broken();
            if (broken != null) {
                position = first.position();
                return broken(broken.reason(), broken.detail());
            }
            byte[] bytes = Objects.requireNonNull(element.bytes());
            length += bytes.length + 1;
            if (length < limit) {
                whole.write(whole.size() == 0 ? '[' : ',');
                whole.write(bytes);
            }
        }
        whole.write(']');
        position = first.position();
        return length < limit
                ? new Document(position, whole.toByteArray(), null)
                : broken(
                        QuarantineReason.RECORD_TOO_LARGE,
                        "an array of %d bytes that is one record, more than %d".formatted(length, limit));
    }

    private Document broken(QuarantineReason reason, String detail) {
        return new Document(position, null, new RawPiece.Broken(position, reason, detail, Optional.empty()));
    }

    private @Nullable JsonToken first() throws IOException {
        JsonToken token = parser.nextToken();
        if (!begun) {
            begun = true;
            array = token == JsonToken.START_ARRAY;
            return array ? parser.nextToken() : token;
        }
        return token;
    }

    /** Numbers go over as they were written: parsed, those beyond 64 bits would not come out the same. */
    private byte[] copied(JsonToken first) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.MAPPER.createGenerator(bytes)) {
            int depth = 0;
            JsonToken token = first;
            do {
                if (token == null) {
                    throw new JsonEOFException(parser, null, "the stream ends");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token.isNumeric()) {
                    out.writeNumber(parser.getText());
                } else {
                    out.copyCurrentEvent(parser);
                }
                token = depth > 0 ? parser.nextToken() : null;
            } while (depth > 0);
        }
        return bytes.toByteArray();
    }

    private static final class TooLarge extends IOException {}

    /** Ends a document that goes on and on before it fills the memory. */
    private static final class Metered extends FilterInputStream {
        /** What a parser may have read ahead of the document before. */
        private static final int AHEAD = 1 << 16;

        private long left;

        Metered(InputStream in) {
            super(in);
        }

        void allow(long bytes) {
            left = bytes + AHEAD;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new TooLarge();
            }
            int read = in.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
