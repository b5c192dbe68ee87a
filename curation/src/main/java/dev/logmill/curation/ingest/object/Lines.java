package dev.logmill.curation.ingest.object;

import dev.logmill.curation.json.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes. A line beyond the limit is measured but not kept. */
final class Lines {
    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long position;

    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** One line, without its end. */
    static final class Line {
        private final long position;
        private final long length;
        private final byte[] bytes;
        private final String digest;

        Line(long position, long length, byte[] bytes, String digest) {
            this.position = position;
            this.length = length;
            this.bytes = bytes;
            this.digest = digest;
        }

        /** Its number, from 1. */
        long position() {
            return position;
        }

        /** Its length in bytes. */
        long length() {
            return length;
        }

        /** Its bytes; none where it is too long. */
        byte[] bytes() {
            return bytes;
        }

        boolean tooLong() {
            return !digest.isEmpty();
        }

        /** What tells a line that is too long from others, as a digest in hex. */
        String digest() {
            return digest;
        }

        boolean blank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** Number of the line last begun, from 1. */
    long position() {
        return position;
    }

    /** The next line, or null at the end; a last line without a line end counts. */
    @Nullable
    Line next() throws IOException {
        if (!fill()) {
            return null;
        }
        position++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        boolean ended = false;
        while (!ended && fill()) {
            int end = lineEnd();
            ended = end < to;
            length += end - from;
            line.write(buffer, from, Math.min(end - from, limit - line.size()));
            from = ended ? end + 1 : end;
        }
        return length > limit
                ? new Line(position, length, new byte[0], beginning(line.toByteArray(), length))
                : new Line(position, length, line.toByteArray(), "");
    }

    /** Nobody makes two lines of one length that begin alike for so long: what follows need not be gone through. */
    private static String beginning(byte[] bytes, long length) {
        return new Digest().add(bytes).add(length).hex();
    }

    /** What follows the line last begun; this is not asked for lines afterwards. */
    InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(buffer, from, to - from), in);
    }

    private int lineEnd() {
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        if (from < to) {
            return true;
        }
        to = Math.max(0, in.read(buffer));
        from = 0;
        return to > 0;
    }
}
