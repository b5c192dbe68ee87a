package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.nat.NatLog;
import dev.logmill.curation.ingest.session.ClaudeCodeLog;
import dev.logmill.curation.ingest.session.CodexLog;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Formats that a source names by {@code preset}. Most are a mapping as a user could write it: the file of that name beside
 * this class, to be read, copied and changed; keys that stand beside {@code preset} stand above its own. What a mapping
 * cannot tell has a dialect of its own: session files and the steps of NAT need state from line to line, what Phoenix's attributes mean is
 * known already, and the scores in records of Opik and LangWatch have names.
 */
@SuppressWarnings("ImmutableEnumChecker") // The suppliers are constructors.
public enum Preset {
    CLAUDE_CODE(ClaudeCodeLog::new),
    CODEX(CodexLog::new),
    LLM,
    OPENAI_AGENTS,
    MASTRA,
    NAT(NatLog::new),
    PHOENIX(PhoenixLog::new),
    POSTHOG,
    DATADOG,
    OPIK(OpikLog::new),
    LANGWATCH(LangWatchLog::new);

    private final Optional<Supplier<Dialect>> own;
    private final Optional<Function<ScoreScales, Dialect>> scaled;

    Preset() {
        this.own = Optional.empty();
        this.scaled = Optional.empty();
    }

    Preset(Supplier<Dialect> own) {
        this.own = Optional.of(own);
        this.scaled = Optional.empty();
    }

    /** One whose scores have names. */
    Preset(Function<ScoreScales, Dialect> scaled) {
        this.own = Optional.of(() -> scaled.apply(ScoreScales.NONE));
        this.scaled = Optional.of(scaled);
    }

    /** The preset of a name. */
    public static Optional<Preset> of(String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.key().equals(name))
                .findFirst();
    }

    /** All names, for messages. */
    public static String accepted() {
        return String.join(", ", Arrays.stream(values()).map(Preset::key).toList());
    }

    /** Whether its scores have names, so that a source tells what their numbers mean. */
    public boolean takesScores() {
        return scaled.isPresent();
    }

    /** Those whose scores have names, for messages. */
    public static String withScores() {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .filter(Preset::takesScores)
                        .map(Preset::key)
                        .toList());
    }

    /** The dialect that reads it, of a source that tells what numbers of scores mean; nothing where scores have no names. */
    public Optional<Dialect> scaled(ScoreScales scales) {
        return scaled.map(make -> make.apply(scales));
    }

    /** What a source calls it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The dialect that reads it.
     *
     * @param beside what the source's own mapping says, which stands above the preset's; missing where it says nothing
     * @param place the own mapping's place in the configuration, for messages
     * @param project the project of records that name none
     * @param problems takes every mistake; the dialect is of no use where there are any
     */
    public Dialect dialect(JsonNode beside, String place, String project, List<String> problems) {
        if (own.isPresent()) {
            if (!beside.isMissingNode()) {
                problems.add("%s must go: preset %s takes no mapping; its fields are known".formatted(place, key()));
            }
            return own.get().get();
        }
        Dialect mapped = MappedLog.of(over(beside, place, problems), place, project, problems);
        return switch (this) {
            case MASTRA -> new SpanTrees(mapped);
            case DATADOG -> new DatadogLog(mapped);
            case LLM -> new LlmLog(mapped);
            case POSTHOG -> new PostHogLog(mapped);
            case CLAUDE_CODE, CODEX, OPENAI_AGENTS, NAT, PHOENIX, OPIK, LANGWATCH -> mapped;
        };
    }

    /** The preset's mapping, with each key that stands beside it in place of its own; one that is null takes it away. */
    private ObjectNode over(JsonNode beside, String place, List<String> problems) {
        ObjectNode mapping = PresetFile.mapping(key());
        if (!beside.isMissingNode() && !beside.isObject()) {
            problems.add("%s must be a mapping of keys, was %s".formatted(place, beside));
        }
        beside.properties().forEach(key -> {
            if (key.getValue().isNull()) {
                mapping.remove(key.getKey());
            } else {
                mapping.set(key.getKey(), key.getValue());
            }
        });
        return mapping;
    }
}
