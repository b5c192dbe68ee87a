package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.jobs.config.DialectKind;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What logs may be: a dialect, or a preset of dialect mapped.
 *
 * @param mappingFile the file whose mapping the dialect goes by
 * @param dialect reads them
 */
public record KnownFormat(DialectKind kind, Optional<Preset> preset, Optional<Path> mappingFile, Dialect dialect) {
    /** A dialect that is no preset and has no mapping. */
    public KnownFormat(DialectKind kind, Dialect dialect) {
        this(kind, Optional.empty(), Optional.empty(), dialect);
    }

    /** What reports call it: {@code otlp-json}, {@code mapped/llm}. */
    String name() {
        return preset.map(named -> kind.key() + "/" + named.key()).orElse(kind.key());
    }

    /** Whether a source of it tells what numbers of scores mean. */
    boolean takesScores() {
        return kind.takesScores() || preset.filter(Preset::takesScores).isPresent();
    }

    /** Its keys in the block of a source, a line each, indented; the configuration that it is for may lie anywhere. */
    String keys() {
        String dialectKey = "    dialect: %s\n".formatted(kind.key());
        if (preset.isPresent()) {
            return dialectKey + "    preset: %s\n".formatted(preset.get().key());
        }
        return mappingFile
                .map(file -> "%s    mapping-file: \"%s\"\n"
                        .formatted(dialectKey, file.toAbsolutePath().normalize()))
                .orElse(dialectKey);
    }
}
