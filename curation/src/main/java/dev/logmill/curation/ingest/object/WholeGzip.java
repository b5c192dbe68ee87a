package dev.logmill.curation.ingest.object;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A gzip file to its very end. What log shippers append is one member more (RFC 1952, 2.2); the JDK takes a next member
 * that it cannot read for the end of the file, and the records in it would be lost without a word.
 */
final class WholeGzip extends GZIPInputStream {
    private static final int TRAILER_BYTES = 8;

    WholeGzip(InputStream stored, int buffer) throws IOException {
        super(stored, buffer);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read < 0 && (inf.getRemaining() > TRAILER_BYTES || in.read() >= 0)) {
            throw new ZipException("behind the last member");
        }
        return read;
    }
}
