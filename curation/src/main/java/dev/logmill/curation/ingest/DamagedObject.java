package dev.logmill.curation.ingest;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** An object that cannot be read to its end; what came before is still good. */
final class DamagedObject extends IOException {
    DamagedObject(IOException cause) {
        super(cause);
    }

    /** What is wrong with it, without any of its text. */
    String detail() {
        Throwable cause = getCause();
        if (cause instanceof EOFException) {
            return "it is cut off before its compression ends";
        }
        if (cause instanceof ZipException) {
            return "it is no gzip, or was changed on its way";
        }
        return cause instanceof ZstdIOException
                ? "it is no Zstandard, or was cut off or changed on its way"
                : "it could not be read to its end";
    }
}
