package dev.logmill.jobs.config;

import java.nio.file.Path;
import java.util.Optional;

/** The folder of the configuration file: what is written without a place of its own is taken from there. */
record ConfigFolder(Optional<Path> folder) {
    static ConfigFolder of(Path file) {
        return new ConfigFolder(Optional.ofNullable(file.getParent()));
    }

    /** A path with a scheme stays; another is taken from the folder. */
    String located(String path) {
        return path.contains("://") || path.startsWith("file:")
                ? path
                : path(path).toString();
    }

    Path path(String path) {
        return folder.map(known -> known.resolve(path)).orElse(Path.of(path)).normalize();
    }
}
