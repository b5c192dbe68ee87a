package dev.logmill.curation.ingest.object;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;

/** What is wrong with an object that cannot be read to its end; what came before is still good. */
final class Damage {
    private Damage() {}

    /** In words, without any of its text. */
    static String detail(IOException broken) {
        if (broken instanceof EOFException) {
            return "it is cut off before its compression ends";
        }
        if (broken instanceof ZipException) {
            return "it is no gzip, or was changed on its way";
        }
        if (broken instanceof Told) {
            return String.valueOf(broken.getMessage());
        }
        if (broken instanceof CharacterCodingException) {
            return "it begins as UTF-16, and is cut off or none to its end";
        }
        return broken instanceof ZstdIOException
                ? "it is no Zstandard, or was cut off or changed on its way"
                : "it could not be read to its end";
    }

    /** Damage that is known in words already. */
    static final class Told extends IOException {
        Told(String detail) {
            super(detail);
        }
    }
}
