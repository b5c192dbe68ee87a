package dev.logmill.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.mlflow.MlflowLog;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every dialect that a source can name; of those that read the same record, the one made for it stands first. */
public enum DialectKind {
    MLFLOW((mapping, place, project, problems) -> new MlflowLog()),
    OTLP_JSON((mapping, place, project, problems) -> new OtlpLog()),
    LANGFUSE((mapping, place, project, problems) -> new LangfuseLog()),
    BRAINTRUST((mapping, place, project, problems) -> new BraintrustLog()),
    LANGSMITH((mapping, place, project, problems) -> new LangSmithLog()),
    OPENAI_LOG((mapping, place, project, problems) -> new OpenAiLog()),
    MAPPED(MappedLog::of);

    private final Maker maker;

    DialectKind(Maker maker) {
        this.maker = maker;
    }

    /** Makes a dialect; {@code problems} takes what is wrong with its mapping. */
    private interface Maker {
        Dialect make(JsonNode mapping, String place, String project, List<String> problems);
    }

    /** The dialect of a source; {@code problems} takes what is wrong with its mapping. */
    public Dialect make(JsonNode mapping, String place, String project, List<String> problems) {
        return maker.make(mapping, place, project, problems);
    }

    /** Whether a source of this dialect says what its fields mean. */
    public boolean takesMapping() {
        return this == MAPPED;
    }

    /** The dialect, where it knows its fields by itself. */
    public Optional<Dialect> alone() {
        return takesMapping()
                ? Optional.empty()
                : Optional.of(make(MissingNode.getInstance(), "", "", new ArrayList<>()));
    }

    /** The dialect of a name. */
    public static Optional<DialectKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(name)).findFirst();
    }

    /** All names, for messages. */
    public static String accepted() {
        return String.join(", ", Arrays.stream(values()).map(DialectKind::key).toList());
    }

    /** What a source calls it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
