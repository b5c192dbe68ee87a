package dev.logmill.curation.json;

import java.util.HexFormat;

/** An id of {@link Digest} as the 128 bits that it is: sixteen bytes where its text has thirty-two digits. */
public record DigestBits(long high, long low) implements Comparable<DigestBits> {
    private static final HexFormat HEX = HexFormat.of();

    /** Those of an id, as {@link Digest#id} gives it. */
    public static DigestBits of(String id) {
        if (id.length() != 32) {
            throw new IllegalArgumentException("An id has 32 hex digits, was '%s'".formatted(id));
        }
        return new DigestBits(Long.parseUnsignedLong(id, 0, 16, 16), Long.parseUnsignedLong(id, 16, 32, 16));
    }

    /** The id. */
    public String text() {
        return HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }

    /** In the order of the texts. */
    @Override
    public int compareTo(DigestBits other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }
}
