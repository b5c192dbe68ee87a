package dev.logmill.jobs.config;

import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.jobs.config.Settings.SourceSettings;
import java.util.List;
import java.util.Optional;

/**
 * What a source says of its scores.
 *
 * @param place the source's key
 * @param problems takes every problem
 */
record SourceScores(SourceSettings source, String place, List<String> problems) {
    boolean areTold() {
        return !source.scores().isEmpty();
    }

    /** The dialect of a kind that reads them so; nothing where it cannot, which is a problem. */
    Optional<Dialect> dialect(DialectKind kind) {
        source.scores().forEach((name, scale) -> {
            if (!(Double.isFinite(scale.worst() - scale.best()) && scale.worst() != scale.best())) {
                problems.add("%s.scores.%s.worst must be another number than best, were %s and %s"
                        .formatted(place, name, scale.worst(), scale.best()));
            }
        });
        ScoreScales scales = new ScoreScales(source.scores());
        Optional<Dialect> dialect = kind.scaled(scales)
                .or(() -> source.preset().flatMap(Preset::of).flatMap(preset -> preset.scaled(scales)));
        if (dialect.isEmpty()) {
            problems.add("%s.scores is for %s and preset %s; %s"
                    .formatted(
                            place,
                            DialectKind.withScores(),
                            Preset.withScores(),
                            kind.takesMapping()
                                    ? "a signal of a mapping has min and max"
                                    : "feedback in records of %s names its own scale".formatted(kind.key())));
        }
        return dialect;
    }
}
