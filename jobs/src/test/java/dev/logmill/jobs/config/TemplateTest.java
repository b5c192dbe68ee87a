package dev.logmill.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.logmill.curation.agent.NarrownessConfig;
import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.pair.LeakConfig;
import dev.logmill.curation.pair.rule.PairConfig;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.eval.run.EndpointConfig;
import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.suite.SuitesConfig;
import dev.logmill.export.dataset.DatasetsConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code logmill.yaml} that {@code init} writes says what holds. */
class TemplateTest {
    /** A commented key with its default: two spaces in, where the sections' own keys stand. */
    private static final Pattern COMMENTED = Pattern.compile("(?m)^  # ([a-z-]+: \\S)");

    @TempDir
    Path folder;

    @Test
    void saysTheDefaultsThatHold() throws IOException {
        String template = template();
        int tuning = template.indexOf("\ningest:");
        String uncommented = COMMENTED.matcher(template.substring(tuning)).replaceAll("  $1");
        LogmillConfig said = read(template.substring(0, tuning) + uncommented);

        assertThat(said.ingest()).isEqualTo(IngestConfig.defaults());
        assertThat(said.pairs()).isEqualTo(PairConfig.defaults());
        assertThat(said.leak()).isEqualTo(LeakConfig.defaults());
        assertThat(said.narrowness()).isEqualTo(NarrownessConfig.defaults());
        assertThat(said.labels()).isEqualTo(LabelConfig.defaults());
        assertThat(said.suites()).isEqualTo(SuitesConfig.defaults());
        assertThat(said.datasets()).isEqualTo(DatasetsConfig.defaults());
        assertThat(said.evaluate()).isEqualTo(EvaluateConfig.defaults());
    }

    @Test
    void holdsTheSameWithEverythingLeftCommented() throws IOException {
        assertThat(read(template()).pairs()).isEqualTo(PairConfig.defaults());
    }

    @Test
    void saysWhatEachChannelWeighsThatIsNotNamed() throws IOException {
        Matcher said = Pattern.compile("\\{thumb: [^}]*judge[^}]*}").matcher(template());
        assertThat(said.find()).isTrue();
        Map<String, Double> weights = new YAMLMapper()
                .readValue(said.group().replaceAll("\n[ #]*", " "), new TypeReference<Map<String, Double>>() {});
        LabelConfig labels = new LabelConfig(0.7, 2, 5, 0.3, weights);

        assertThat(labels.problems("")).isEmpty();
        assertThat(weights).hasSameSizeAs(SignalChannel.values());
        assertThat(SignalChannel.values()).allSatisfy(channel -> assertThat(labels.weight(channel))
                .isEqualTo(LabelConfig.defaults().weight(channel)));
    }

    @Test
    void takesEveryKeyThatItShows() throws IOException {
        String uncommented = Uncommented.of(template());
        Files.writeString(
                folder.resolve("votes.yaml"), "{unit: feedback, signals: [{channel: thumb, value: /v, trace: /t}]}");

        LogmillConfig config = read(uncommented);

        assertThat(config.sources()).hasSize(6);
        assertThat(config.labels().weights()).isEqualTo(Map.of("thumb", 2.0));
        assertThat(config.evaluate().models().get("candidate"))
                .isEqualTo(new EndpointConfig(
                        "http://127.0.0.1:8080/v1",
                        "my-model",
                        Optional.of("2026-11-20"),
                        Optional.of("OPENAI_API_KEY"),
                        Optional.of(0.0),
                        Optional.of(512),
                        Optional.empty(),
                        Optional.of(0.15),
                        Optional.of(0.6)));
    }

    @Test
    void everyValueThatItShowsArrives() throws IOException {
        JsonNode written = new YAMLMapper().readTree(Uncommented.of(template()));
        ConfigReader reader = new ConfigReader();
        Settings settings = reader.read(Settings.class, Optional.of(Settings.defaults()), written, "");

        assertThat(reader.problems()).isEmpty();
        assertThat(Uncommented.lost(written, settings, "")).isEmpty();
    }

    @Test
    void namesEveryKeyOfEverySection() throws IOException {
        JsonNode written = new YAMLMapper().readTree(Uncommented.of(template()));

        assertThat(Uncommented.unnamed(Settings.class, List.of(written), "")).isEmpty();
    }

    @Test
    void namesEveryKeyOfAMapping() throws IOException {
        List<String> problems = new ArrayList<>();
        MappedLog.of(
                new YAMLMapper()
                        .readTree(
                                "{no: 1, message: {no: 1, tool-calls: {no: 1}}, tool: {no: 1}, usage: {no: 1}, signals: [{no: 1}]}"),
                "mapping",
                "app",
                problems);
        List<String> accepted = problems.stream()
                .filter(problem -> problem.contains("no is unknown; accepted here: "))
                .flatMap(problem -> Arrays.stream(
                        problem.substring(problem.indexOf("here: ") + 6).split(", ")))
                .toList();
        String template = template();

        assertThat(accepted).hasSizeGreaterThan(60).allSatisfy(key -> assertThat(template)
                .containsPattern("[ {]" + key + ": "));
    }

    private LogmillConfig read(String yaml) throws IOException {
        Path file = folder.resolve("logmill.yaml");
        Files.writeString(file, yaml);
        Files.writeString(folder.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef");
        return new ConfigFile(file, name -> Optional.of("0123456789abcdef")).read();
    }

    private static String template() throws IOException {
        try (InputStream template = TemplateTest.class.getResourceAsStream("/dev/logmill/jobs/logmill.yaml")) {
            return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
