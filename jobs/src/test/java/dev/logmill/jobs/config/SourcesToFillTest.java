package dev.logmill.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The configuration that init writes, with sources put where people put them. */
class SourcesToFillTest {
    private static final String ITEM = "  - name: calls\n    path: \"raw/*\"\n    dialect: openai-log\n";

    private static String template() throws IOException {
        try (InputStream template = SourcesToFillTest.class.getResourceAsStream("/dev/logmill/jobs/logmill.yaml")) {
            return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode sources(String text) throws JsonProcessingException {
        return YamlTree.of(SourcesToFill.filled(text)).path("sources");
    }

    @Test
    void takesSourcesBelowTheLine() throws IOException {
        String pasted = template().replace("\nsources: []\n", "\nsources: []\n" + ITEM);

        assertThat(sources(pasted)).hasSize(1);
        assertThat(sources("sources: []   # mine\n\n# these\n- name: a\n- name: b\n"))
                .hasSize(2);
    }

    @Test
    void takesSourcesAtTheEndOfTheFile() throws IOException {
        assertThat(sources(template() + "sources:\n" + ITEM)
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("calls");
    }

    @Test
    void leavesAllElseAsItStands() throws IOException {
        assertThat(sources(template()).isEmpty()).isTrue();
        String full = "sources:\n" + ITEM;
        assertThat(SourcesToFill.filled(full)).isEqualTo(full);
        assertThatThrownBy(() -> sources(full + full)).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> sources("sources: []\nsources: []\n")).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> sources("sources: []\n" + full + full)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void aProblemIsToldAtItsLine() {
        assertThatThrownBy(() -> sources("sources: []\nlake: x\nsources:\n" + ITEM + "lake: y\n"))
                .isInstanceOfSatisfying(
                        JsonProcessingException.class,
                        twice -> assertThat(twice.getLocation().getLineNr()).isEqualTo(7));
    }
}
