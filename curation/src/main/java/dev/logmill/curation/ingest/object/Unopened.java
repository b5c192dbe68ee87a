package dev.logmill.curation.ingest.object;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an object is packed in that holds files and no records, or is compressed in a way that is not undone: a tar or a zip, also
 * inside gzip or Zstandard ({@code logs.tar.gz}). The lines of a tar look like those of a log with broken ones between, so that it is
 * refused whole. No text begins as any of these do.
 */
public enum Unopened {
    ZIP("a zip archive", 0, "PK\3\4", "PK\5\6", "PK\7\b"),
    TAR("a tar archive", 257, "ustar\0", "ustar  \0"),
    SEVEN_ZIP("a 7z archive", 0, "7z\u00bc\u00af'\34"),
    RAR("a rar archive", 0, "Rar!\32\7"),
    XZ("compressed as xz", 0, "\u00fd7zXZ\0"),
    BZIP2("compressed as bzip2", 0, bzip2());

    private static final String REMEDY =
            "unpack it first; the files in it are read then, also where each is compressed by gzip or Zstandard";

    private static final int LOOKED_AT = 257 + 8;

    private final String what;
    private final int at;
    private final List<byte[]> magics;

    Unopened(String what, int at, String... magics) {
        this.what = what;
        this.at = at;
        this.magics = Arrays.stream(magics)
                .map(magic -> magic.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** With each size of its blocks. */
    private static String[] bzip2() {
        return IntStream.rangeClosed(1, 9).mapToObj("BZh%d1AY&SY"::formatted).toArray(String[]::new);
    }

    /** Whether this is what a piece was refused for. */
    public static boolean isWhy(String detail) {
        return detail.endsWith(REMEDY);
    }

    /** The bytes of an object that is none of these, from the first; of one that is, damage that says so. */
    static InputStream refused(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes);
        byte[] first = first(in);
        for (Unopened each : values()) {
            if (each.magics.stream().anyMatch(magic -> Compression.begins(first, each.at, magic))) {
                throw new Damage.Told("it is %s; %s".formatted(each.what, REMEDY));
            }
        }
        return in;
    }

    /** As many of the first bytes as there are before any damage, which is told where it is read. */
    private static byte[] first(BufferedInputStream in) throws IOException {
        byte[] first = new byte[LOOKED_AT];
        int length = 0;
        in.mark(LOOKED_AT);
        try {
            length = in.readNBytes(first, 0, LOOKED_AT);
        } catch (IOException damaged) {
            length = 0;
        }
        in.reset();
        return Arrays.copyOf(first, length);
    }
}
