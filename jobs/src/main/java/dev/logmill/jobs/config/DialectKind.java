package dev.logmill.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.mlflow.MlflowLog;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Every dialect that a source can name; of those that read the same record, the one made for it stands first. */
public enum DialectKind {
    MLFLOW(scales -> new MlflowLog(scales)),
    OTLP_JSON(scales -> new OtlpLog(scales)),
    LANGFUSE(scales -> new LangfuseLog(scales)),
    BRAINTRUST(scales -> new BraintrustLog(scales)),
    LANGSMITH(scales -> new LangSmithLog(scales)),
    OPENAI_LOG(() -> new OpenAiLog()),
    MAPPED;

    private final Optional<Function<ScoreScales, Dialect>> scaled;
    private final Optional<Supplier<Dialect>> plain;

    /** One that knows its fields, and whose scores have names. */
    DialectKind(Function<ScoreScales, Dialect> scaled) {
        this.scaled = Optional.of(scaled);
        this.plain = Optional.of(() -> scaled.apply(ScoreScales.NONE));
    }

    /** One that knows its fields, and the scales of the numbers in them. */
    DialectKind(Supplier<Dialect> plain) {
        this.scaled = Optional.empty();
        this.plain = Optional.of(plain);
    }

    /** One that is told what fields mean. */
    DialectKind() {
        this.scaled = Optional.empty();
        this.plain = Optional.empty();
    }

    /** The dialect of a source; {@code problems} takes what is wrong with its mapping. */
    public Dialect make(JsonNode mapping, String place, String project, List<String> problems) {
        return alone().orElseGet(() -> MappedLog.of(mapping, place, project, problems));
    }

    /** Whether a source of this dialect says what its fields mean. */
    public boolean takesMapping() {
        return plain.isEmpty();
    }

    /** The dialect, where it knows its fields by itself. */
    public Optional<Dialect> alone() {
        return plain.map(Supplier::get);
    }

    /** The same, of a source that tells what numbers of scores mean; nothing where the dialect's scores have no names. */
    Optional<Dialect> scaled(ScoreScales scales) {
        return scaled.map(make -> make.apply(scales));
    }

    /** Whether its scores have names, so that a source tells what their numbers mean. */
    public boolean takesScores() {
        return scaled.isPresent();
    }

    /** Those whose scores have names, for messages. */
    static String withScores() {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .filter(DialectKind::takesScores)
                        .map(DialectKind::key)
                        .toList());
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
