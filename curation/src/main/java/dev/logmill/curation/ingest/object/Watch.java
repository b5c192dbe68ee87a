package dev.logmill.curation.ingest.object;

import java.io.Closeable;
import java.io.IOException;

/**
 * Remembers when storage failed: that is told from damage of the object by where it went wrong, since both come as any
 * kind of {@link IOException}, and a decompressor may take it for the end.
 */
interface Watch extends Closeable {
    /** Throws what storage threw, whatever was made of it since. */
    void check() throws IOException;
}
