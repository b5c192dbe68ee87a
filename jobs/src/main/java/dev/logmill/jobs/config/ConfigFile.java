package dev.logmill.jobs.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.PathPattern;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.privacy.ContentRedaction;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.Redaction;
import dev.logmill.curation.publish.Slug;
import dev.logmill.jobs.config.Settings.SourceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code logmill.yaml}: all of it, and every problem at once. */
public final class ConfigFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String DEFAULT_PRIVACY = "content";

    private final Path file;
    private final Function<String, Optional<String>> environment;
    private final List<String> problems = new ArrayList<>();

    public ConfigFile(Path file, Function<String, Optional<String>> environment) {
        this.file = file.toAbsolutePath();
        this.environment = environment;
    }

    /** The configuration; throws naming every problem. */
    public LogmillConfig read() {
        return read(this::pseudonyms);
    }

    /** The configuration for what reads nothing personal: the key of pseudonyms need not be there. No source has a redaction. */
    public LogmillConfig readWithoutKey() {
        return read(settings -> Optional.empty());
    }

    private LogmillConfig read(Function<Settings, Optional<Pseudonyms>> key) {
        JsonNode written = written();
        ConfigReader reader = new ConfigReader();
        Settings settings = reader.read(Settings.class, Optional.of(Settings.defaults()), written, "");
        check(settings);
        Optional<Pseudonyms> pseudonyms = key.apply(settings);
        List<SourceConfig> sources = sources(settings);
        List<String> all = together(reader.problems(), problems);
        if (!all.isEmpty()) {
            throw new ConfigException(name(), all);
        }
        return config(settings, sources, pseudonyms);
    }

    /** What is wrong with a value's meaning is told where nothing is wrong with its form. */
    private static List<String> together(List<String> form, List<String> meaning) {
        Set<String> told = form.stream().map(ConfigFile::key).collect(Collectors.toSet());
        List<String> all = new ArrayList<>(form);
        meaning.stream().filter(problem -> !told.contains(key(problem))).forEach(all::add);
        return all;
    }

    private static String key(String problem) {
        return problem.substring(0, problem.indexOf(' '));
    }

    private String name() {
        return file.getFileName().toString();
    }

    private JsonNode written() {
        try {
            JsonNode read = YAML.readTree(Files.readString(file));
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException broken) {
            throw new ConfigException(name(), List.of(unreadable(broken)));
        } catch (IOException absent) {
            String why = Files.isDirectory(file) ? "it is a folder" : "it cannot be read";
            throw new ConfigException(
                    name(), List.of(why + "; 'logmill init DIR' makes one, --config FILE names another"));
        }
    }

    private static String unreadable(JsonProcessingException broken) {
        String place = broken.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(
                                broken.getLocation().getLineNr(),
                                broken.getLocation().getColumnNr());
        String first = broken.getOriginalMessage().lines().findFirst().orElse("");
        return first.startsWith("Duplicate field")
                ? "a key stands twice%s: %s".formatted(place, first.substring("Duplicate field ".length()))
                : "it is no YAML%s: %s".formatted(place, first);
    }

    private void check(Settings settings) {
        Places places = new Places(new StorageSettings(settings.storage()));
        places.lake(settings.lake()).ifPresent(problems::add);
        places.other("published", settings.published()).ifPresent(problems::add);
        for (int i = 0; i < settings.sources().size(); i++) {
            places.other(
                            "sources[%d].path".formatted(i),
                            settings.sources().get(i).path())
                    .ifPresent(problems::add);
        }
        problems.addAll(settings.ingest().problems("ingest."));
        problems.addAll(settings.pairs().problems("pairs."));
        problems.addAll(settings.leakGroups().problems("leak-groups."));
        problems.addAll(settings.narrowness().problems("narrowness."));
        problems.addAll(settings.labels().problems("labels."));
        problems.addAll(settings.suites().problems("suites."));
        problems.addAll(settings.datasets().problems("datasets."));
        problems.addAll(settings.evaluate().problems("evaluate."));
    }

    private Optional<Pseudonyms> pseudonyms(Settings settings) {
        Optional<String> env = settings.privacy().keyEnv();
        if (env.isPresent()) {
            Optional<String> key = environment.apply(env.get());
            if (key.filter(text -> text.length() >= 16).isEmpty()) {
                problems.add("privacy.key-env names %s, which must hold a key of at least 16 characters"
                        .formatted(env.get()));
            }
            return key.filter(text -> text.length() >= 16)
                    .map(text -> new Pseudonyms(text.getBytes(StandardCharsets.UTF_8)));
        }
        Path keyFile = beside(settings.privacy().keyFile());
        try {
            String key = Files.readString(keyFile).strip();
            if (key.length() < 16) {
                problems.add("privacy.key-file must hold a key of at least 16 characters");
                return Optional.empty();
            }
            return Optional.of(new Pseudonyms(key.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException absent) {
            problems.add("privacy.key-file '%s' cannot be read; 'logmill init' makes one, or set privacy.key-env"
                    .formatted(settings.privacy().keyFile()));
            return Optional.empty();
        }
    }

    private List<SourceConfig> sources(Settings settings) {
        List<SourceConfig> sources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < settings.sources().size(); i++) {
            SourceSettings source = settings.sources().get(i);
            String place = "sources[%d]".formatted(i);
            if (!Slug.isSlug(source.name())) {
                problems.add("%s.name must be lower-case letters, digits and dashes, was '%s'"
                        .formatted(place, source.name()));
            }
            if (!names.add(source.name())) {
                problems.add("%s.name '%s' is taken by another source".formatted(place, source.name()));
            }
            source.privacy()
                    .filter(mode -> !mode.equals(DEFAULT_PRIVACY))
                    .ifPresent(mode -> problems.add("%s.privacy must be content, was '%s'".formatted(place, mode)));
            PathPattern.problems(source.path())
                    .forEach(problem -> problems.add("%s.path '%s': %s".formatted(place, source.path(), problem)));
            dialect(source, place)
                    .ifPresent(dialect -> sources.add(new SourceConfig(
                            source.name(),
                            PathPattern.of(located(source.path())).writtenAs(source.path()),
                            project(source),
                            dialect)));
        }
        return sources;
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
        boolean declared = source.mapping().isPresent() || source.mappingFile().isPresent();
        if (declared != kind.get().takesMapping()) {
            problems.add(
                    declared
                            ? "%s.mapping is for dialect mapped; %s knows its fields".formatted(place, source.dialect())
                            : "%s.mapping is missing; dialect mapped needs it, or mapping-file".formatted(place));
            return Optional.empty();
        }
        return mapping(source, place)
                .map(mapping -> kind.get().make(mapping, place + ".mapping", project(source), problems));
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
            return Optional.of(
                    YAML.readTree(Files.readString(beside(source.mappingFile().get()))));
        } catch (JsonProcessingException broken) {
            problems.add("%s '%s': %s".formatted(key, source.mappingFile().get(), unreadable(broken)));
        } catch (IOException absent) {
            problems.add("%s '%s' cannot be read; it must be a file, relative to the configuration"
                    .formatted(key, source.mappingFile().get()));
        }
        return Optional.empty();
    }

    private LogmillConfig config(Settings settings, List<SourceConfig> sources, Optional<Pseudonyms> pseudonyms) {
        Map<String, Redaction> redaction = new TreeMap<>();
        pseudonyms.ifPresent(key -> sources.forEach(source -> redaction.put(source.name(), new ContentRedaction(key))));
        return new LogmillConfig(
                located(settings.lake()),
                located(settings.published()),
                sources,
                redaction,
                settings.ingest(),
                settings.pairs(),
                settings.leakGroups(),
                settings.narrowness(),
                settings.labels(),
                settings.suites(),
                settings.datasets(),
                settings.evaluate(),
                settings.spark(),
                new StorageSettings(settings.storage()),
                pseudonyms.map(Pseudonyms::fingerprint).orElse(""),
                digest(settings));
    }

    /**
     * Settings that change no result, and places and keys, which differ from machine to machine, are no part of it; nor is
     * evaluate: a verdict is no part of a version.
     */
    private String digest(Settings settings) {
        return SettingsDigest.of(
                settings.sources().stream().map(this::read).toList(),
                settings.ingest(),
                settings.pairs(),
                settings.leakGroups(),
                settings.narrowness(),
                settings.labels(),
                settings.suites(),
                settings.datasets());
    }

    /** What a source's records become, wherever they lie and wherever their mapping does. */
    private ReadSource read(SourceSettings source) {
        return new ReadSource(
                source.name(),
                source.dialect(),
                project(source),
                source.privacy().orElse(DEFAULT_PRIVACY),
                mapping(source, ""));
    }

    /** A source as it stands in the digest. */
    private record ReadSource(
            String name, String dialect, String project, String privacy, Optional<JsonNode> mapping) {}

    /** A path with a scheme stays; another is taken from the configuration file's folder. */
    private String located(String path) {
        return path.contains("://") || path.startsWith("file:")
                ? path
                : beside(path).toString();
    }

    private Path beside(String path) {
        Path folder = file.getParent();
        return (folder == null ? Path.of(path) : folder.resolve(path)).normalize();
    }
}
