package dev.logmill.curation.privacy.decode;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** Streams that are compressed by DEFLATE, with the head of zlib or bare. */
final class Inflated {
    private static final int FIRST = 256;

    private Inflated() {}

    /** What bytes unpack to, all of them; nothing where they do not, or to more than so many. */
    static Optional<byte[]> whole(byte[] packed, int most, boolean bare) {
        Inflater inflater = new Inflater(bare);
        try {
            inflater.setInput(packed);
            byte[] plain = new byte[Math.min(most, FIRST)];
            int size = inflater.inflate(plain);
            while (size == plain.length && !inflater.finished() && size < most) {
                plain = Arrays.copyOf(plain, Math.min(most, 4 * size));
                size += inflater.inflate(plain, size, plain.length - size);
            }
            boolean all = inflater.finished() && inflater.getRemaining() == 0;
            return all ? Optional.of(Arrays.copyOf(plain, size)) : Optional.empty();
        } catch (DataFormatException isNone) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    /** Compresses what is written, without a head. */
    static OutputStream bare(ByteArrayOutputStream bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        return new DeflaterOutputStream(bytes, deflater) {
            @Override
            public void close() throws java.io.IOException {
                super.close();
                deflater.end();
            }
        };
    }
}
