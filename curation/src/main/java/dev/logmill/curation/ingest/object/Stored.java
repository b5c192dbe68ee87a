package dev.logmill.curation.ingest.object;

import java.io.IOException;
import java.io.InputStream;
import org.apache.parquet.io.InputFile;

/** The bytes of an object, wherever they lie: from the start, or at any place. */
public interface Stored extends InputFile {
    /** All of them, from the start. */
    default InputStream bytes() throws IOException {
        return newStream();
    }

    /**
     * The bytes of an object that lies beside it, and whose name is its own with something behind it.
     *
     * @return none where there is no such object
     */
    default byte[] beside(String suffix) throws IOException {
        return new byte[0];
    }
}
