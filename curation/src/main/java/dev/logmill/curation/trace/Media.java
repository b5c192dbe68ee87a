package dev.logmill.curation.trace;

import dev.logmill.curation.table.Doc;
import java.util.Optional;

/** An image, a sound or a file that was part of a message; its bytes are never kept in a row. */
public record Media(
        @Doc("image, audio, video or file") String type,
        @Doc("MIME type, where the log names one") Optional<String> mime,

        @Doc("Where the bytes lie, where the log names a place; never a data: URI")
        Optional<String> uri,

        @Doc("SHA-256 of the bytes, where they were inlined in the log")
        Optional<String> sha256) {}
