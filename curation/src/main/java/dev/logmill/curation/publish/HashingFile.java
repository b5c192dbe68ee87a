package dev.logmill.curation.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A file of rows being written: one line a row, hashed and counted on the way. */
public final class HashingFile implements AutoCloseable {
    private final String path;
    private final MessageDigest sha = sha256();
    private final OutputStream out;
    private long bytes;
    private long rows;

    HashingFile(String path, OutputStream to) {
        this.path = path;
        this.out = new DigestOutputStream(to, sha);
    }

    /** Writes one row; {@code line} has no line break in it. */
    public void row(byte[] line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException("A file of a draft could not be written", failed);
        }
        bytes += line.length + 1L;
        rows++;
    }

    /** The rows so far. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("A file of a draft could not be closed", failed);
        }
    }

    /** What the manifest says of it; after it was closed. */
    ManifestFile entry() {
        return new ManifestFile(path, bytes, HexFormat.of().formatHex(sha.digest()), Optional.of(rows));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
