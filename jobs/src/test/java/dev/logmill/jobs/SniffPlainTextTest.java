package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log whose inputs and outputs are plain text, which anybody's may be, is known by what stands beside them. */
class SniffPlainTextTest {
    private static final Path SAMPLES = Path.of("../curation/src/test/resources/dev/logmill/curation/ingest");

    /** What the samples are known as, by their folder. */
    private static final Map<String, String> DIALECTS = Map.of(
            "otlp", "otlp-json",
            "langfuse", "langfuse",
            "braintrust", "braintrust",
            "langsmith", "langsmith",
            "mlflow", "mlflow",
            "presets", "mapped/");

    /** Where what was asked and answered stands, whoever logs it. */
    private static final Set<String> SAID = Set.of("input", "inputs", "output", "outputs");

    @TempDir
    private Path folder;

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> DIALECTS.containsKey(folderOf(file)))
                    .filter(file -> file.toString().matches(".*\\.jsonl?"))
                    .filter(file -> !file.toString().contains(".expected."))
                    .sorted()
                    .toList();
        }
    }

    private static String folderOf(Path file) {
        return Optional.ofNullable(file.getParent())
                .map(parent -> parent.getFileName().toString())
                .orElse("");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isKnownByWhatStandsBesideTheText(Path sample) throws IOException {
        Path file = folder.resolve(sample.getFileName());
        Files.writeString(file, plain(sample));
        String known = DIALECTS.get(folderOf(sample));

        assertThat(Said.by("sniff", file.toString()).lines().get(1)).startsWith("dialect " + known);
    }

    private static String plain(Path sample) throws IOException {
        boolean isLines = sample.toString().endsWith("l");
        List<String> documents = isLines ? Files.readAllLines(sample) : List.of(Files.readString(sample));
        return documents.stream().map(SniffPlainTextTest::plainText).collect(Collectors.joining("\n"));
    }

    private static String plainText(String document) {
        try {
            JsonNode tree = Json.parse(document);
            replace(tree);
            return Json.canonical(tree);
        } catch (IOException cutOff) {
            return document;
        }
    }

    private static void replace(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (SAID.contains(field.getKey()) && !field.getValue().isNull()) {
                    field.setValue(Json.MAPPER.getNodeFactory().textNode("a plain text"));
                }
            }
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(SniffPlainTextTest::replace);
        }
    }
}
