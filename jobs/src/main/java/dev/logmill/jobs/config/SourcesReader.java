package dev.logmill.jobs.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.PathPattern;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.privacy.AgentModes;
import dev.logmill.curation.privacy.KeptWords;
import dev.logmill.curation.privacy.PrivacyMode;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.Redaction;
import dev.logmill.curation.publish.Slug;
import dev.logmill.jobs.config.Settings.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads what the configuration says of sources, and gathers what is wrong with it. */
final class SourcesReader {
    private static final PrivacyMode DEFAULT_PRIVACY = PrivacyMode.CONTENT;

    private final ConfigFolder folder;
    private final List<String> problems;

    /** @param problems takes every problem */
    SourcesReader(ConfigFolder folder, List<String> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The sources that can be read as they are written. */
    List<SourceConfig> read(List<SourceSettings> written) {
        List<SourceConfig> sources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < written.size(); i++) {
            SourceSettings source = written.get(i);
            String place = "sources[%d]".formatted(i);
            check(source, place, names);
            dialect(source, place)
                    .ifPresent(dialect -> sources.add(new SourceConfig(
                            source.name(),
                            PathPattern.of(folder.located(source.path())).writtenAs(source.path()),
                            project(source),
                            dialect)));
        }
        return sources;
    }

    private void check(SourceSettings source, String place, Set<String> names) {
        if (!Slug.isSlug(source.name())) {
            problems.add(
                    "%s.name must be lower-case letters, digits and dashes, was '%s'".formatted(place, source.name()));
        }
        if (!names.add(source.name())) {
            problems.add("%s.name '%s' is taken by another source".formatted(place, source.name()));
        }
        source.privacy().ifPresent(mode -> checkMode(place + ".privacy", mode));
        source.agentPrivacy().forEach((agent, mode) -> checkMode("%s.agent-privacy.%s".formatted(place, agent), mode));
        PathPattern.problems(source.path())
                .forEach(problem -> problems.add("%s.path '%s': %s".formatted(place, source.path(), problem)));
    }

    private void checkMode(String key, String mode) {
        if (PrivacyMode.of(mode).isEmpty()) {
            problems.add("%s must be one of %s, was '%s'".formatted(key, PrivacyMode.accepted(), mode));
        }
    }

    /** What privacy makes of a source's rows; where a mode is unknown, which is told, the strictest. */
    static Redaction redaction(SourceSettings source, Pseudonyms key, KeptWords kept) {
        Map<String, PrivacyMode> byAgent = new TreeMap<>();
        source.agentPrivacy().forEach((agent, mode) -> byAgent.put(agent, mode(Optional.of(mode))));
        return AgentModes.of(mode(source.privacy()), byAgent, key, kept);
    }

    /** Whether originals of a source's rows, or of an agent's among them, go to the vault. */
    static boolean seals(SourceSettings source) {
        return source.privacy().stream().anyMatch(PrivacyMode.SEALED.written()::equals)
                || source.agentPrivacy().containsValue(PrivacyMode.SEALED.written());
    }

    private static PrivacyMode mode(Optional<String> written) {
        return written.map(name -> PrivacyMode.of(name).orElse(PrivacyMode.METADATA))
                .orElse(DEFAULT_PRIVACY);
    }

    private static String project(SourceSettings source) {
        return source.project().orElse(source.name());
    }

    private Optional<Dialect> dialect(SourceSettings source, String place) {
        Optional<DialectKind> kind = DialectKind.of(source.dialect());
        if (kind.isEmpty()) {
            problems.add("%s.dialect must be one of %s, was '%s'"
                    .formatted(place, DialectKind.accepted(), source.dialect()));
            return Optional.empty();
        }
        SourceScores scores = new SourceScores(source, place, problems);
        if (source.preset().isPresent() && kind.get().takesMapping()) {
            Optional<Dialect> named = preset(source, place);
            return scores.areTold() ? scores.dialect(kind.get()) : named;
        }
        source.preset()
                .ifPresent(name -> problems.add(
                        "%s.preset is for dialect mapped, which %s is not".formatted(place, source.dialect())));
        boolean declared = source.mapping().isPresent() || source.mappingFile().isPresent();
        if (declared != kind.get().takesMapping()) {
            problems.add(
                    declared
                            ? "%s.mapping is for dialect mapped; %s knows its fields".formatted(place, source.dialect())
                            : "%s.mapping is missing; dialect mapped needs it, or mapping-file, or preset"
                                    .formatted(place));
            return Optional.empty();
        }
        if (scores.areTold()) {
            return scores.dialect(kind.get());
        }
        return mapping(source, place)
                .map(mapping -> kind.get().make(mapping, place + ".mapping", project(source), problems));
    }

    private Optional<Dialect> preset(SourceSettings source, String place) {
        Optional<Preset> preset = source.preset().flatMap(Preset::of);
        if (preset.isEmpty()) {
            problems.add("%s.preset must be one of %s, was '%s'"
                    .formatted(place, Preset.accepted(), source.preset().orElse("")));
            return Optional.empty();
        }
        return mapping(source, place)
                .map(beside -> preset.get().dialect(beside, place + ".mapping", project(source), problems));
    }

    private Optional<JsonNode> mapping(SourceSettings source, String place) {
        if (source.mappingFile().isEmpty()) {
            return Optional.of(source.mapping().orElse(MissingNode.getInstance()));
        }
        String key = place + ".mapping-file";
        if (source.mapping().isPresent()) {
            problems.add("%s stands beside mapping; one of them must go".formatted(key));
        }
        try {
            return Optional.of(YamlTree.of(
                    Files.readString(folder.path(source.mappingFile().get()))));
        } catch (JsonProcessingException broken) {
            problems.add("%s '%s': %s".formatted(key, source.mappingFile().get(), YamlTree.problem(broken)));
        } catch (IOException absent) {
            problems.add("%s '%s' cannot be read; it must be a file, relative to the configuration"
                    .formatted(key, source.mappingFile().get()));
        }
        return Optional.empty();
    }

    /** What a source's records become, wherever they lie and wherever their mapping does. */
    ReadSource meaning(SourceSettings source, KeptWords kept) {
        return new ReadSource(
                source.name(), dialect(source), project(source), privacy(source, kept), mapping(source, ""));
    }

    private static String dialect(SourceSettings source) {
        String dialect =
                source.preset().map(name -> source.dialect() + "/" + name).orElse(source.dialect());
        return dialect + new ScoreScales(source.scores()).settings();
    }

    private static String privacy(SourceSettings source, KeptWords kept) {
        String mode = source.privacy().orElse(DEFAULT_PRIVACY.written()) + (kept == KeptWords.NONE ? "" : kept);
        return source.agentPrivacy().isEmpty() ? mode : mode + source.agentPrivacy();
    }

    /** A source as it stands in the digest. */
    record ReadSource(String name, String dialect, String project, String privacy, Optional<JsonNode> mapping) {}
}
