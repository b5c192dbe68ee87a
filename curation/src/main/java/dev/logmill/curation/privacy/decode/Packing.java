package dev.logmill.curation.privacy.decode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What bytes are compressed by, as their first ones tell. */
enum Packing {
    NONE {
        @Override
        Optional<byte[]> unpacked(byte[] packed) {
            return Optional.of(packed);
        }

        @Override
        OutputStream into(ByteArrayOutputStream bytes) {
            return bytes;
        }
    },
    /** RFC 1952. */
    GZIP {
        @Override
        Optional<byte[]> unpacked(byte[] packed) {
            int most = most(packed);
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                byte[] plain = in.readNBytes(most + 1);
                return plain.length > most ? Optional.empty() : Optional.of(plain);
            } catch (IOException noGzip) {
                return Optional.empty();
            }
        }

        @Override
        OutputStream into(ByteArrayOutputStream bytes) throws IOException {
            return new GZIPOutputStream(bytes);
        }
    },
    /** RFC 1950. */
    ZLIB {
        @Override
        Optional<byte[]> unpacked(byte[] packed) {
            return Inflated.whole(packed, most(packed), false);
        }

        @Override
        OutputStream into(ByteArrayOutputStream bytes) {
            return new DeflaterOutputStream(bytes);
        }
    },
    /** RFC 1951: nothing but its content tells it, so all of it must unpack, to text, and nothing be left over. */
    DEFLATE {
        @Override
        Optional<byte[]> unpacked(byte[] packed) {
            return Inflated.whole(packed, most(packed), true);
        }

        @Override
        OutputStream into(ByteArrayOutputStream bytes) {
            return Inflated.bare(bytes);
        }
    };

    /** Bytes that are unpacked, and how many of one; what unfolds to more is no text that somebody logs. */
    private static final int MOST = 1 << 20;

    private static final int MOST_OF_ONE = 50;

    /** Bytes of a stream without a head that is worth a try: fewer hold no more than they would uncompressed. */
    private static final int LEAST_BARE = 20;

    /** Bytes from which on a stream may have several blocks. */
    private static final int LEAST_BLOCKS = 4096;

    /** What they unpack to; nothing where they do not, or to too much. */
    abstract Optional<byte[]> unpacked(byte[] packed);

    abstract OutputStream into(ByteArrayOutputStream bytes) throws IOException;

    byte[] packed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length);
        try (OutputStream out = into(bytes)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** By which of those that have a head so many bytes are compressed that begin with these two. */
    static Packing of(int first, int second) {
        if (first == 0x1f && second == 0x8b) {
            return GZIP;
        }
        return first == 0x78 && (first << 8 | second) % 31 == 0 ? ZLIB : NONE;
    }

    /** Whether bytes can be a compressed stream without a head: compressed blocks, of which a short one has one only. */
    static boolean mayBeBare(int first, int size) {
        int block = first & 7;
        return size >= LEAST_BARE && (block == 3 || block == 5 || (size >= LEAST_BLOCKS && (block == 2 || block == 4)));
    }

    private static int most(byte[] packed) {
        return Math.min(MOST, MOST_OF_ONE * packed.length);
    }
}
