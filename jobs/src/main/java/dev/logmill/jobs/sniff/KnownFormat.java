package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.jobs.config.DialectKind;
import java.util.Optional;

/**
 * What logs may be: a dialect, or a preset of dialect mapped.
 *
 * @param dialect reads them
 */
public record KnownFormat(DialectKind kind, Optional<Preset> preset, Dialect dialect) {
    /** A dialect that is no preset. */
    public KnownFormat(DialectKind kind, Dialect dialect) {
        this(kind, Optional.empty(), dialect);
    }

    /** What reports call it: {@code otlp-json}, {@code mapped/llm}. */
    String name() {
        return preset.map(named -> kind.key() + "/" + named.key()).orElse(kind.key());
    }

    /** Its keys in the block of a source, a line each, indented. */
    String keys() {
        String dialectKey = "    dialect: %s\n".formatted(kind.key());
        if (preset.isPresent()) {
            return dialectKey + "    preset: %s\n".formatted(preset.get().key());
        }
        return kind.takesMapping() ? dialectKey + "    mapping-file: mapping.yaml\n" : dialectKey;
    }
}
