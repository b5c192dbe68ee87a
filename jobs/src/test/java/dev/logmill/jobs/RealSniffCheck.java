package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code sniff} over every file of the real samples, without a word of what it is: it must find the format by itself and read
 * all of it. Needs their folder in {@code LOGMILL_REAL_DATA}, so it is run by name.
 */
class RealSniffCheck {
    private static final String EACH = "each";

    /** What a file is, by its name, the first that fits: the format, and how many spans it holds, or {@link #EACH} element one. */
    private static final Map<String, String> LOGS = ordered(
            "braintrust/lingua-import-cases/empty-spans.spans.json", "none 0",
            "braintrust/lingua-import-cases/*.assertions.json", "",
            "braintrust/lingua-import-cases/*.json", "braintrust " + EACH,
            "braintrust/sdk-log-payloads/log-payloads.json", "braintrust 14",
            "datadog/*.json", "mapped/datadog 5",
            "langfuse/chatml-golden/*.trace.json", "langfuse observations",
            "langfuse/seed/*.json", "langfuse observations",
            "langsmith/*.json", "langsmith 1",
            "litellm/*.json", "openai-log 1",
            "mastra/*.json", "mapped/mastra 8",
            "nvidia/*.json", "openai-log 3",
            "openinference/vercel-v6-spans/capture-results.json", "",
            "openinference/vercel-v6-spans/spans-by-operation.json", "otlp-json 10",
            "openinference/vercel-v6-spans/*.json", "otlp-json " + EACH,
            "otel/otlp-json-examples/trace.json", "otlp-json 1",
            "provider-payloads/*/*/*response*.json", "openai-log 1");

    /** Files of those folders that are no logs, or none that anybody can read without being told more. */
    private static final Map<String, String> NO_LOGS = ordered(
            "**.md", "a text about the samples",
            "**.py", "a program",
            "braintrust/lingua-import-cases/*.assertions.json", "what the oracle asserts",
            "braintrust/sdk-log-payloads/request-flow.json", "requests, of which six log nothing; the others are read",
            "langfuse/chatml-golden/*.chatml.json", "what the oracle reads",
            "langsmith/*.jsonl", "answers of Anthropic's SDK that a test plays back; no runs",
            "openinference/vercel-v6-spans/capture-results.json", "a summary of what was captured",
            "openllmetry/*.yaml", "a cassette of HTTP in YAML",
            "otel/genai-message-schemas*/*", "JSON Schemas",
            "otel/otlp-json-examples/*", "log records, events and metrics of no model's call",
            "plain-json/*", "conversations in forms of their own, which a mapping must tell",
            "provider-payloads/*/*/*request.json", "a request without its answer",
            "sentry/*/*", "a table of names that changed, with examples",
            "vercel-ai/*.snap", "a test's snapshots, which are no JSON");

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Test
    void readsEveryLogWithoutBeingToldWhatItIs() throws IOException {
        Path root = Path.of(System.getenv("LOGMILL_REAL_DATA"));
        Map<String, String> wrong = new TreeMap<>();
        int logs = 0;
        int others = 0;
        for (String folder : List.of(
                "braintrust",
                "datadog",
                "langfuse",
                "langsmith",
                "litellm",
                "mastra",
                "nvidia",
                "openinference",
                "openllmetry",
                "otel",
                "plain-json",
                "provider-payloads",
                "sentry",
                "vercel-ai")) {
            for (Path file : files(root.resolve(folder))) {
                String name = root.relativize(file).toString();
                String wanted = first(LOGS, name);
                if (wanted.isEmpty()) {
                    others++;
                    assertThat(first(NO_LOGS, name))
                            .as("%s must be named", name)
                            .isNotEmpty();
                    boolean isNone = read(file).startsWith("none 0 ");
                    if (isNone == name.endsWith("request-flow.json")) {
                        wrong.put(name, read(file) + " instead of nothing: " + first(NO_LOGS, name));
                    }
                    continue;
                }
                logs++;
                String read = read(file);
                if (!read.equals(expected(wanted, file))) {
                    wrong.put(name, read + " instead of " + expected(wanted, file));
                }
            }
        }
        System.out.printf("sniff: %d files of logs are known and read whole, %d files are none%n", logs, others);
        assertThat(wrong).isEmpty();
        assertThat(logs).isEqualTo(203);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String first(Map<String, String> rules, String name) {
        return rules.entrySet().stream()
                .filter(rule -> FileSystems.getDefault()
                        .getPathMatcher("glob:" + rule.getKey())
                        .matches(Path.of(name)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static String expected(String wanted, Path file) throws IOException {
        if (wanted.endsWith(EACH)) {
            JsonNode document = Json.parse(Files.readAllBytes(file));
            return wanted.replace(EACH, String.valueOf(document.isArray() ? document.size() : 1)) + " refused 0";
        }
        if (wanted.endsWith("observations")) {
            JsonNode document = Json.parse(Files.readAllBytes(file));
            int spans = 1 + document.path("observations").size();
            return wanted.replace("observations", String.valueOf(spans)) + " refused 0";
        }
        return wanted + " refused 0";
    }

    /** The format that sniff finds, the spans that it prints and the records that it refuses. */
    private static String read(Path file) throws IOException {
        Said said = Said.by("sniff", file.toString(), "--json");
        assertThat(said.code()).isZero();
        List<JsonNode> lines = said.documents();
        long refused = lines.stream().filter(line -> line.has("quarantined")).count();
        List<String> dialects = lines.stream()
                .filter(line -> line.has("dialect"))
                .map(line -> line.path("dialect").asText())
                .distinct()
                .toList();
        long spans = lines.stream().filter(line -> line.has("kind")).count();
        return "%s %d refused %d".formatted(dialects.isEmpty() ? "none" : String.join(",", dialects), spans, refused);
    }
}
