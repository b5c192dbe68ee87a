package dev.logmill.curation.publish;

import java.util.Optional;

/**
 * One file of a version.
 *
 * @param path relative to the version's folder, with {@code /}
 * @param bytes its length
 * @param sha256 of its bytes, hex
 * @param rows its lines, for a file that holds rows; nothing for one that describes them
 */
public record ManifestFile(String path, long bytes, String sha256, Optional<Long> rows)
        implements Comparable<ManifestFile> {
    @Override
    public int compareTo(ManifestFile other) {
        return path.compareTo(other.path);
    }
}
