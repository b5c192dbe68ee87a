package dev.logmill.jobs.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.privacy.KeptWords;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.Redaction;
import dev.logmill.curation.vault.MasterKeys;
import dev.logmill.jobs.config.Settings.PrivacySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code logmill.yaml}: all of it, and every problem at once. */
public final class ConfigFile {
    private final Path file;
    private final ConfigFolder folder;
    private final Function<String, Optional<String>> environment;
    private final List<String> problems = new ArrayList<>();
    private final SourcesReader sources;

    public ConfigFile(Path file, Function<String, Optional<String>> environment) {
        this.file = file.toAbsolutePath();
        this.folder = ConfigFolder.of(this.file);
        this.sources = new SourcesReader(folder, problems);
        this.environment = environment;
    }

    /** The configuration; throws naming every problem. */
    public LogmillConfig read() {
        return read(new Keys(this::pseudonyms, this::vaultWhereSealed));
    }

    /** The same for what opens the vault: its master key must be there, whether a source still seals or none does any more. */
    public LogmillConfig readWithVault() {
        return read(new Keys(this::pseudonyms, this::vault));
    }

    /** The configuration for what reads nothing personal: the key of pseudonyms need not be there. No source has a redaction. */
    public LogmillConfig readWithoutKey() {
        return read(new Keys(settings -> Optional.empty(), settings -> Optional.empty()));
    }

    /** The key of pseudonyms alone; throws where the configuration is not right. */
    public Pseudonyms readPseudonyms() {
        List<Pseudonyms> kept = new ArrayList<>(1);
        read(new Keys(
                settings -> {
                    Optional<Pseudonyms> key = pseudonyms(settings);
                    key.ifPresent(kept::add);
                    return key;
                },
                settings -> Optional.empty()));
        return kept.get(0);
    }

    /** How to reach storage alone, whatever is wrong with the rest. */
    public StorageSettings readStorage() {
        ConfigReader reader = new ConfigReader();
        Settings settings = reader.read(Settings.class, Optional.of(Settings.defaults()), written(), "");
        List<String> wrong = reader.problems().stream()
                .filter(problem -> problem.startsWith("storage"))
                .toList();
        if (!wrong.isEmpty()) {
            throw new ConfigException(name(), wrong);
        }
        return new StorageSettings(settings.storage());
    }

    /** The keys that are read, of all those that settings name. */
    private record Keys(
            Function<Settings, Optional<Pseudonyms>> pseudonyms, Function<Settings, Optional<MasterKeys>> vault) {}

    private Optional<Pseudonyms> pseudonyms(Settings settings) {
        PrivacySettings privacy = settings.privacy();
        return keyText()
                .read("privacy.key", privacy.keyEnv(), privacy.keyFile(), problems)
                .map(key -> new Pseudonyms(key, privacy.keyVersion()));
    }

    private Optional<MasterKeys> vaultWhereSealed(Settings settings) {
        return settings.sources().stream().anyMatch(SourcesReader::seals) ? vault(settings) : Optional.empty();
    }

    private Optional<MasterKeys> vault(Settings settings) {
        return new VaultKeys(keyText(), problems).read(settings.privacy().vault());
    }

    private KeyText keyText() {
        return new KeyText(folder, environment);
    }

    private LogmillConfig read(Keys keys) {
        JsonNode written = written();
        ConfigReader reader = new ConfigReader();
        Settings settings = reader.read(Settings.class, Optional.of(Settings.defaults()), written, "");
        check(settings);
        Optional<Pseudonyms> pseudonyms = keys.pseudonyms().apply(settings);
        Optional<MasterKeys> vault = keys.vault().apply(settings);
        List<SourceConfig> known = sources.read(settings.sources());
        List<String> all = together(reader.problems(), problems);
        if (!all.isEmpty()) {
            throw new ConfigException(name(), all);
        }
        return config(settings, known, pseudonyms, vault);
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
            return YamlTree.of(SourcesToFill.filled(Files.readString(file)));
        } catch (JsonProcessingException broken) {
            throw new ConfigException(name(), List.of(YamlTree.problem(broken)));
        } catch (IOException absent) {
            String why = Files.isDirectory(file) ? "it is a folder" : "it cannot be read";
            throw new ConfigException(
                    name(), List.of(why + "; 'logmill init DIR' makes one, --config FILE names another"));
        }
    }

    private void check(Settings settings) {
        Places places = new Places(new StorageSettings(settings.storage()));
        places.written("lake", settings.lake()).ifPresent(problems::add);
        places.written("published", settings.published()).ifPresent(problems::add);
        for (int i = 0; i < settings.sources().size(); i++) {
            places.read(
                            "sources[%d].path".formatted(i),
                            settings.sources().get(i).path())
                    .ifPresent(problems::add);
        }
        problems.addAll(settings.privacy().problems("privacy."));
        problems.addAll(settings.ingest().problems("ingest."));
        problems.addAll(settings.pairs().problems("pairs."));
        problems.addAll(settings.leakGroups().problems("leak-groups."));
        problems.addAll(settings.narrowness().problems("narrowness."));
        problems.addAll(settings.labels().problems("labels."));
        problems.addAll(settings.suites().problems("suites."));
        problems.addAll(settings.datasets().problems("datasets."));
        problems.addAll(settings.evaluate().problems("evaluate."));
        problems.addAll(SparkSettings.problems(settings.spark()));
    }

    private LogmillConfig config(
            Settings settings, List<SourceConfig> known, Optional<Pseudonyms> pseudonyms, Optional<MasterKeys> vault) {
        Map<String, Redaction> redaction = new TreeMap<>();
        KeptWords kept = KeptWords.of(settings.privacy().keep());
        pseudonyms.ifPresent(key -> settings.sources()
                .forEach(source -> redaction.put(source.name(), SourcesReader.redaction(source, key, kept))));
        return new LogmillConfig(
                folder.located(settings.lake()),
                folder.located(settings.published()),
                known,
                redaction,
                vault,
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
        KeptWords kept = KeptWords.of(settings.privacy().keep());
        return SettingsDigest.of(
                settings.sources().stream()
                        .map(source -> sources.meaning(source, kept))
                        .toList(),
                settings.ingest(),
                settings.pairs(),
                settings.leakGroups(),
                settings.narrowness(),
                settings.labels(),
                settings.suites(),
                settings.datasets());
    }
}
