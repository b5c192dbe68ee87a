package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.logmill.curation.json.Digest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Messages of one protobuf type: the whole object one message, or one behind the other, each led by its length in four
 * bytes as the collector's file exporter writes them. Each is one record, at its number from 1.
 *
 * @param parser reads a message
 * @param json the message as its JSON would be
 */
public record ProtobufForm(Parser<? extends Message> parser, Function<Message, JsonNode> json) implements ObjectForm {
    private static final int LENGTH_BYTES = 4;

    @Override
    public RawPieces pieces(RawObject object, Stored stored, int maxRecordBytes) {
        WatchedFile file = new WatchedFile(stored);
        return new Pieces(
                () -> {
                    InputStream in = Compression.undone(object.name(), file.stream());
                    byte[] start = in.readNBytes(LENGTH_BYTES);
                    return start.length == 0 ? () -> null : new Messages(object, in, start, maxRecordBytes);
                },
                file);
    }

    private final class Messages implements Pieces.Supply {
        private final RawObject object;
        private final InputStream in;
        private final int limit;
        private final boolean led;
        private byte[] start;
        private long position;

        Messages(RawObject object, InputStream in, byte[] start, int limit) {
            this.object = object;
            this.in = in;
            this.start = start;
            this.limit = limit;
            // The first field of a message has a tag that is not zero; a length below 2^24 begins with a zero.
            this.led = start.length == LENGTH_BYTES && start[0] == 0;
        }

        @Override
        public @Nullable RawPiece next() throws IOException {
            if (start.length == 0) {
                return null;
            }
            position++;
            return led ? led() : whole();
        }

        private RawPiece whole() throws IOException {
            byte[] rest = in.readNBytes(limit);
            ByteBuffer bytes =
                    ByteBuffer.allocate(start.length + rest.length).put(start).put(rest);
            start = new byte[0];
            return in.read() < 0 ? parsed(bytes.array()) : tooLarge(limit + 1L);
        }

        private RawPiece led() throws IOException {
            long length = Integer.toUnsignedLong(ByteBuffer.wrap(start).getInt());
            if (length > limit) {
                in.skipNBytes(length);
                start = in.readNBytes(LENGTH_BYTES);
                return tooLarge(length);
            }
            byte[] bytes = in.readNBytes((int) length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            start = in.readNBytes(LENGTH_BYTES);
            return Compression.begins(bytes, 0, Compression.ZSTD) ? decompressed(bytes) : parsed(bytes);
        }

        /** With compression each message is compressed by itself. */
        private RawPiece decompressed(byte[] frame) throws IOException {
            try (InputStream message = new ZstdInputStream(new ByteArrayInputStream(frame))) {
                byte[] bytes = message.readNBytes(limit);
                return message.read() < 0 ? parsed(bytes) : tooLarge(limit + 1L);
            }
        }

        private RawPiece tooLarge(long length) {
            return new RawPiece.Broken(
                    position,
                    QuarantineReason.RECORD_TOO_LARGE,
                    "a message of %d bytes or more, more than %d".formatted(length, limit),
                    Optional.empty());
        }

        private RawPiece parsed(byte[] bytes) {
            try {
                JsonNode body = json.apply(parser.parseFrom(bytes));
                return new RawPiece.Whole(new RawRecord(
                        object.source(), object.name(), position, object.date(), Digest.sha256(bytes), body));
            } catch (InvalidProtocolBufferException malformed) {
                return new RawPiece.Broken(
                        position,
                        QuarantineReason.MALFORMED_PROTOBUF,
                        "no message of the type that the dialect reads",
                        Optional.of(Digest.sha256(bytes)));
            }
        }
    }
}
