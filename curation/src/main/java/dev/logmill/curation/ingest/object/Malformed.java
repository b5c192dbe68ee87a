package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is wrong with bytes that are no JSON; says where, and never a word of the text. */
final class Malformed {
    private Malformed() {}

    /** The piece that says so. */
    static RawPiece.Broken piece(long position, byte[] bytes, IOException problem) {
        int invalid = invalidUtf8(bytes);
        Optional<String> digest = Optional.of(Digest.sha256(bytes));
        if (SqliteForm.begins(bytes)) {
            return new RawPiece.Broken(
                    position,
                    QuarantineReason.INVALID_UTF8,
                    "an SQLite database, which is no JSON: dialect mapped reads it by a preset, or by a mapping with a query; sniff without --json tells its tables and proposes one",
                    digest);
        }
        if (isUtf16(bytes)) {
            return new RawPiece.Broken(
                    position,
                    QuarantineReason.INVALID_UTF8,
                    "UTF-16, by its first bytes; JSON is read as UTF-8",
                    digest);
        }
        return invalid >= 0
                ? new RawPiece.Broken(
                        position, QuarantineReason.INVALID_UTF8, "no UTF-8 at byte %d".formatted(invalid), digest)
                : new RawPiece.Broken(position, QuarantineReason.MALFORMED_JSON, detail(problem), digest);
    }

    /** Where and how JSON breaks its rules. */
    static String detail(IOException problem) {
        if (problem instanceof JsonEOFException) {
            return "it ends within a value";
        }
        if (problem instanceof StreamConstraintsException limit) {
            String said = limit.getOriginalMessage();
            return said.contains("nesting depth")
                    ? "nested deeper than %d levels".formatted(Json.MAX_DEPTH)
                    : "a number or a name longer or larger than any that is meant";
        }
        if (problem instanceof MismatchedInputException mismatch) {
            return mismatch.getOriginalMessage().startsWith("Duplicate")
                    ? "a key twice in one object%s".formatted(place(mismatch))
                    : "more than one document%s".formatted(place(mismatch));
        }
        if (problem instanceof JsonParseException parse) {
            String what = parse.getOriginalMessage().startsWith("Non-standard token")
                    ? "NaN or an infinity, which JSON has not,"
                    : "no JSON";
            return what + place(parse);
        }
        return problem.getClass().getSimpleName();
    }

    private static String place(JsonProcessingException problem) {
        long offset = problem.getLocation() == null ? -1 : problem.getLocation().getByteOffset();
        return offset < 0 ? "" : " at byte %d".formatted(offset);
    }

    /** A byte order mark of UTF-16, or a first character of which one byte is zero. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = Byte.toUnsignedInt(bytes[0]) << Byte.SIZE | Byte.toUnsignedInt(bytes[1]);
        return first == 0xFEFF || first == 0xFFFE || (bytes[0] == 0) != (bytes[1] == 0);
    }

    private static int invalidUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }
}
