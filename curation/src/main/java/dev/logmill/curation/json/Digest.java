package dev.logmill.curation.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over parts, each led by its length so that no two lists of parts look alike. */
public final class Digest {
    private static final HexFormat HEX = HexFormat.of();

    /** Copied for each digest: asking the providers for one takes longer than a short text. */
    private static final MessageDigest FRESH = fresh();

    private final MessageDigest sha;

    public Digest() {
        this(sha256());
    }

    /** One that works with a SHA-256 that was fed nothing yet; it is as new again once the digest was asked for. */
    Digest(MessageDigest unused) {
        this.sha = unused;
    }

    /** Adds one part. */
    public Digest add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds one part. */
    public Digest add(byte[] part) {
        int length = part.length;
        sha.update(new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
        sha.update(part);
        return this;
    }

    /** Adds a number. */
    public Digest add(long number) {
        return add(Long.toString(number));
    }

    /** The digest of all parts, 64 hex digits. */
    public String hex() {
        return HEX.formatHex(sha.digest());
    }

    /** The first 128 bits of the digest, 32 hex digits: an id for rows that number in billions at most. */
    public String id() {
        return hex().substring(0, 32);
    }

    /** The first 64 bits of the digest: a seeded draw, uniform over all longs. */
    public long bits() {
        return Long.parseUnsignedLong(hex().substring(0, 16), 16);
    }

    /** A seeded draw, uniform in [0, 1). */
    public double unit() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /** A digest that begins with these parts. */
    public static Digest of(String... parts) {
        Digest digest = new Digest();
        for (String part : parts) {
            digest.add(part);
        }
        return digest;
    }

    /** Plain SHA-256 of these bytes alone, as {@code sha256sum} prints it. */
    public static String sha256(byte[] bytes) {
        return HEX.formatHex(sha256Of(bytes));
    }

    private static byte[] sha256Of(byte[] bytes) {
        return sha256().digest(bytes);
    }

    /** The digest of all that a running one was fed, hex. */
    public static String hex(MessageDigest running) {
        return HEX.formatHex(running.digest());
    }

    /** A SHA-256 that runs over bytes as they come. */
    public static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException notThisProvider) {
            return fresh();
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
