package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run of the export wrote; itself the last that it wrote. Of version 1 of Langfuse's manifests: {@code {version,
 * projectId, window: {minTimestamp, maxTimestamp}, tables, files: [{key, table, sizeBytes, rowCount, ...}]}}.
 *
 * @param begins the begin of its window, cut to the second as names are
 * @param files those that it names, in their folders
 */
record Manifest(Optional<Instant> begins, List<NamedFile> files) {
    /** A file, and its size in bytes where that is told. */
    record NamedFile(String folder, String file, Optional<Long> bytes) {}

    Manifest {
        files = List.copyOf(files);
    }

    static boolean isManifest(JsonNode body) {
        return body.path("window").path("maxTimestamp").isTextual()
                && body.path("files").isArray();
    }

    /** Nothing where it is broken: half of it written, or no manifest at all. */
    static Optional<Manifest> of(byte[] content) {
        try {
            JsonNode body = Json.parse(content);
            return isManifest(body) ? Optional.of(of(body)) : Optional.empty();
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static Manifest of(JsonNode body) {
        List<NamedFile> files = new ArrayList<>();
        for (JsonNode named : body.path("files")) {
            Optional<Long> bytes = Optional.of(named.path("sizeBytes"))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::longValue);
            ExportKey.of(named.path("key").asText())
                    .ifPresent(key -> files.add(new NamedFile(key.folder(), key.file(), bytes)));
        }
        return new Manifest(
                Timestamps.iso(body.path("window").path("minTimestamp"))
                        .map(time -> time.truncatedTo(ChronoUnit.SECONDS)),
                files);
    }
}
