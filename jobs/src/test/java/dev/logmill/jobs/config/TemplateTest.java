package dev.logmill.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.agent.NarrownessConfig;
import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.pair.LeakConfig;
import dev.logmill.curation.pair.rule.PairConfig;
import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.suite.SuitesConfig;
import dev.logmill.export.dataset.DatasetsConfig;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
    void namesEveryKey() throws IOException {
        String template = template();
        List<Class<?>> sections = List.of(
                IngestConfig.class,
                PairConfig.class,
                LeakConfig.class,
                NarrownessConfig.class,
                LabelConfig.class,
                SuitesConfig.class,
                DatasetsConfig.class,
                EvaluateConfig.class);

        assertThat(sections).allSatisfy(section -> assertThat(section.getRecordComponents())
                .allSatisfy(key -> assertThat(template).contains("  # " + kebab(key) + ":")));
    }

    private static String kebab(RecordComponent key) {
        return key.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private LogmillConfig read(String yaml) throws IOException {
        Path file = folder.resolve("logmill.yaml");
        Files.writeString(file, yaml);
        Files.writeString(folder.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef");
        return new ConfigFile(file, name -> Optional.empty()).read();
    }

    private static String template() throws IOException {
        try (InputStream template = TemplateTest.class.getResourceAsStream("/dev/logmill/jobs/logmill.yaml")) {
            return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
