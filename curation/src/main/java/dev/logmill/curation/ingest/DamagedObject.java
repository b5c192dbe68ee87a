package dev.logmill.curation.ingest;

import java.io.IOException;

/** An object that cannot be read to its end; what came before is still good. */
final class DamagedObject extends IOException {
    DamagedObject(IOException cause) {
        super(cause);
    }

    /** What is wrong with it, without any of its text. */
    String detail() {
        Throwable cause = getCause();
        return cause == null ? "" : cause.getClass().getSimpleName();
    }
}
