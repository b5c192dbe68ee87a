package dev.logmill.jobs.config;

import dev.logmill.curation.lake.StorageSettings;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** Which places this build can reach: told before anything starts, not when the first file is missed. */
public record Places(StorageSettings storage) {
    private static final String LOCAL = "file";

    /** What is wrong with a place that is written to: locks and renames in one step are those of the local disk. */
    Optional<String> written(String key, String path) {
        return scheme(path)
                .filter(scheme -> !scheme.equals(LOCAL))
                .map(scheme -> "%s '%s': must be on local disk: a path, or file:///path".formatted(key, path));
    }

    /** What is wrong with a place that is read. */
    public Optional<String> read(String key, String path) {
        return scheme(path)
                .filter(scheme -> !isReached(scheme))
                .map(scheme ->
                        "%s '%s': this build has no storage %s; it must be a path, file:///path or s3a://bucket/path (another store's jar goes into jobs/target/lib)"
                                .formatted(key, path, scheme));
    }

    private boolean isReached(String scheme) {
        Configuration configuration = storage.configuration();
        // Hadoop names the classes of some file systems that it does not bring.
        Optional<String> named = Optional.ofNullable(configuration.get("fs.%s.impl".formatted(scheme)));
        if (scheme.equals(LOCAL) || named.isPresent()) {
            return named.map(configuration::getClassByNameOrNull).isPresent() || scheme.equals(LOCAL);
        }
        try {
            FileSystem.getFileSystemClass(scheme, configuration);
            return true;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Optional<String> scheme(String path) {
        int end = path.indexOf("://");
        return end > 0 ? Optional.of(path.substring(0, end)) : Optional.empty();
    }
}
