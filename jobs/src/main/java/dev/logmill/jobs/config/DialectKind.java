package dev.logmill.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every dialect that a source can name. */
enum DialectKind {
    OPENAI_LOG((mapping, place, project, problems) -> new OpenAiLog()),
    OTLP_JSON((mapping, place, project, problems) -> new OtlpLog()),
    MAPPED(MappedLog::of);

    private final Maker maker;

    DialectKind(Maker maker) {
        this.maker = maker;
    }

    /** Makes a dialect; {@code problems} takes what is wrong with its mapping. */
    interface Maker {
        Dialect make(JsonNode mapping, String place, String project, List<String> problems);
    }

    Dialect make(JsonNode mapping, String place, String project, List<String> problems) {
        return maker.make(mapping, place, project, problems);
    }

    /** Whether a source of this dialect says what its fields mean. */
    boolean takesMapping() {
        return this == MAPPED;
    }

    static Optional<DialectKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(name)).findFirst();
    }

    static String accepted() {
        return String.join(", ", Arrays.stream(values()).map(DialectKind::key).toList());
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
