package dev.logmill.curation.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataOutputStream;

/** A file of rows being written: one line a row, hashed and counted on the way. */
public final class HashingFile implements AutoCloseable {
    private final String path;
    private final MessageDigest sha = sha256();
    private final FSDataOutputStream file;
    private final OutputStream out;
    private long bytes;
    private long rows;

    HashingFile(String path, FSDataOutputStream to) {
        this.path = path;
        this.file = to;
        this.out = new DigestOutputStream(to, sha);
    }

    /**
     * Writes one row.
     *
     * @param json one document on one line, as {@link dev.logmill.curation.json.Json#canonical} writes it
     * @return what it takes in the file, bytes
     */
    public long row(String json) {
        byte[] line = oneLine(json).getBytes(StandardCharsets.UTF_8);
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException failed) {
            throw new PublishException("File %s of a draft could not be written".formatted(path), failed);
        }
        bytes += line.length + 1L;
        rows++;
        return line.length + 1L;
    }

    /**
     * Escapes the line breaks that JSON allows inside a string: many a reader of JSON Lines splits there, as Python's
     * {@code splitlines} does.
     */
    private static String oneLine(String json) {
        return json.replace("\u0085", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    @Override
    public void close() {
        try (out) {
            file.hsync();
        } catch (IOException failed) {
            throw new PublishException("File %s of a draft could not be closed".formatted(path), failed);
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
