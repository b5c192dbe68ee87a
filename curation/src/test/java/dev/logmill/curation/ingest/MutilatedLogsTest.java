package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.mlflow.MlflowLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands where something else should: each record is read or refused, and no dialect fails. */
class MutilatedLogsTest {
    private static final int TRIES = 300;

    private static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(new MlflowLog(), "mlflow/trace.json"),
                Arguments.of(new MlflowLog(), "mlflow/older.json"),
                Arguments.of(new MlflowLog(), "mlflow/traces.jsonl"),
                Arguments.of(new MlflowLog(), "mlflow/inference-table.jsonl"),
                Arguments.of(new OtlpLog(), "otlp/openinference.json"),
                Arguments.of(new OtlpLog(), "otlp/otel-new.json"),
                Arguments.of(new LangfuseLog(), "langfuse/observations-v2.jsonl"),
                Arguments.of(new BraintrustLog(), "braintrust/export.jsonl"),
                Arguments.of(new LangSmithLog(), "langsmith/page.json"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachRecordIsReadOrRefused(Dialect dialect, String sample) throws IOException {
        List<JsonNode> documents = documents(sample);
        Random random = new Random(11);
        for (int i = 0; i < TRIES; i++) {
            JsonNode document = documents.get(random.nextInt(documents.size())).deepCopy();
            String hurt = Json.canonical(hurt(document, 1 + random.nextInt(3), random));
            Told told = told(dialect, hurt);
            int spoken = told.spans().size()
                    + told.signals().size()
                    + told.refusals().size();
            assertThat(spoken).as(hurt).isGreaterThanOrEqualTo(told.places().size());
            assertThat(told.places()).as(hurt).doesNotHaveDuplicates();
        }
    }

    private static Told told(Dialect dialect, String document) {
        try {
            return Told.by(dialect, "a.jsonl", document.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException failed) {
            throw new AssertionError(document, failed);
        }
    }

    private static List<JsonNode> documents(String sample) throws IOException {
        try (InputStream in = Objects.requireNonNull(MutilatedLogsTest.class.getResourceAsStream(sample), sample)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = sample.endsWith(".jsonl") ? text.lines().toList() : List.of(text);
            List<JsonNode> documents = new ArrayList<>();
            for (String line : lines) {
                documents.add(Json.parse(line));
            }
            return documents;
        }
    }

    private static JsonNode hurt(JsonNode document, int wounds, Random random) throws JsonProcessingException {
        for (int i = 0; i < wounds; i++) {
            List<JsonNode> containers = new ArrayList<>();
            collect(document, containers);
            if (!containers.isEmpty()) {
                wound(containers.get(random.nextInt(containers.size())), random);
            }
        }
        return document;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
        }
        node.forEach(inner -> collect(inner, containers));
    }

    private static void wound(JsonNode container, Random random) throws JsonProcessingException {
        int at = random.nextInt(container.size());
        if (container instanceof ArrayNode array) {
            array.set(at, wounded(array.get(at), random));
        } else if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(at);
            if (random.nextInt(6) == 0) {
                object.remove(name);
            } else {
                object.set(name, wounded(object.get(name), random));
            }
        }
    }

    /** Something of another kind; or, where a text holds JSON, that with a wound in it. */
    private static JsonNode wounded(JsonNode value, Random random) throws JsonProcessingException {
        JsonNode inside = value.isTextual() ? JsonInText.decoded(value) : value;
        if (value.isTextual() && inside.isContainerNode() && random.nextInt(3) > 0) {
            return Json.MAPPER.getNodeFactory().textNode(Json.canonical(hurt(inside.deepCopy(), 1, random)));
        }
        List<String> others = Arrays.asList(
                "null",
                "true",
                "-1",
                "1e400",
                "0.5",
                "\"\"",
                "\"x\"",
                "\"null\"",
                "\"[\"",
                "[]",
                "{}",
                "[null]",
                "[[{}]]",
                "{\"a\":[1]}",
                "\"{\\\"a\\\":null}\"",
                "[\"x\",1,null]",
                "99999999999999999999");
        return Json.parse(others.get(random.nextInt(others.size())));
    }
}
