package dev.logmill.jobs.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.privacy.Redaction;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.line.JobRunner;
import dev.logmill.jobs.line.Line;
import dev.logmill.jobs.line.SparkApplication;
import dev.logmill.jobs.scan.Planted;
import dev.logmill.jobs.scan.Scan;
import dev.logmill.jobs.simulate.SimulatedSources;
import dev.logmill.jobs.simulate.Simulation;
import dev.logmill.jobs.simulate.SimulationConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted in every place that a log has is found again nowhere; with nothing redacted it is. */
class CanaryTest {
    private static final LocalDate NIGHT = LocalDate.of(2025, 3, 1);

    /** Of a record that cannot be read nothing is kept, and of a person's second id in one record neither. */
    private static final Set<String> NEVER_KEPT = Set.of("line that is broken off", "user of a request");

    @TempDir
    Path folder;

    private List<Planted> planted = List.of();

    @BeforeEach
    void simulate() throws IOException {
        new Simulation(new SimulationConfig(folder.resolve("raw"), 1, NIGHT, 120, 3, true)).write();
        planted = Planted.in(folder.resolve("raw.truth/canaries.jsonl"));
        assertThat(planted).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        Files.writeString(folder.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef");
        Files.writeString(folder.resolve("vault.key"), "fedcba9876543210fedcba9876543210");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "sealed", "hashed", "metadata"})
    void nothingOfThemIsLeft(String mode) throws IOException {
        Scan scan = night(mode, config(mode));

        assertThat(scan.found()).isEmpty();
        assertThat(scan.unreadable()).isEmpty();
        assertThat(scan.files()).isGreaterThan(20);
    }

    @Test
    void theScanFindsThemWhereNothingIsRedacted() throws IOException {
        LogmillConfig config = config("content");
        Map<String, Redaction> none = new TreeMap<>(config.redaction());
        none.replaceAll((source, redaction) -> new Unredacted(redaction));

        Scan scan = night("none", config.withRedaction(none));

        Set<String> places = scan.found().keySet().stream().map(Planted::place).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(planted.stream().map(Planted::place).toList());
        missing.removeAll(places);
        assertThat(missing).isEqualTo(NEVER_KEPT);
        System.out.printf(
                "canaries: %d planted in %d places, none found again; without redaction %d are%n",
                planted.size(),
                planted.stream().map(Planted::place).distinct().count(),
                scan.found().size());
    }

    private LogmillConfig config(String mode) throws IOException {
        Path yaml = folder.resolve(mode + ".yaml");
        Files.writeString(
                yaml,
                "lake: lake-%1$s\npublished: published-%1$s\ndatasets: {min-examples: 1, require-narrow: false}\nsuites: {min-cases: 1}\n"
                                .formatted(mode)
                        + SimulatedSources.yaml("raw").replace("privacy: content", "privacy: " + mode));
        return new ConfigFile(yaml, name -> Optional.empty()).read();
    }

    private Scan night(String name, LogmillConfig config) throws IOException {
        Lake lake = new Lake(config.lake(), StorageSettings.defaults());
        JobRunner runner = new JobRunner(
                config, lake, AllTables.LIST, () -> SparkApplication.start("test", Map.of("spark.master", "local[2]")));
        List<String> told = new ArrayList<>();
        Line.jobs().forEach(job -> told.add(runner.run(job, NIGHT).toString()));
        Path said = folder.resolve(name + ".said");
        Files.write(said, told);
        Scan scan = new Scan(planted);
        scan.through(Path.of(config.lake()));
        Path published = Path.of(config.published());
        if (Files.exists(published)) {
            scan.through(published);
        }
        scan.through(said);
        return scan;
    }

    /** Rows as they were logged, under paths and digests as they are. */
    private record Unredacted(Redaction redaction) implements Redaction {
        @Override
        public Span span(Span span) {
            return span;
        }

        @Override
        public Signal signal(Signal signal) {
            return signal;
        }

        @Override
        public String key(String text) {
            return redaction.key(text);
        }

        @Override
        public String digest(String plain) {
            return redaction.digest(plain);
        }

        @Override
        public String path(String path) {
            return path;
        }
    }
}
