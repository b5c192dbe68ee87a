package dev.logmill.curation.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.mlflow.MlflowLog;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every format that tells a span bit by bit, or tells it again: cut at random into objects, in any order, over nights that
 * overlap, the rows and the runs are those of one undisturbed night.
 */
class OrderAndOverlapTest {
    private static final int SHUFFLES = 60;

    /** An answer that the sample's own, which is told a second later, takes the place of. */
    private static final String EARLIER_EVENT =
            "{\"id\":\"e9\",\"timestamp\":\"2026-11-22T01:12:04.0Z\",\"type\":\"generation-update\",\"body\":"
                    + "{\"id\":\"g1\",\"traceId\":\"t1\",\"output\":{\"role\":\"assistant\",\"content\":\"Dry.\"},\"usageDetails\":{\"input\":1,\"output\":1}}}";

    private static final String EARLIER_MERGE =
            "{\"_is_merge\":true,\"id\":\"e1\",\"root_span_id\":\"t2\",\"span_id\":\"e1\","
                    + "\"output\":{\"role\":\"assistant\",\"content\":\"Dry.\"},\"metrics\":{\"end\":1795309923.5}}";
    private static final String EARLIER_PATCH =
            "{\"patch\":[{\"id\":\"0a000000-0000-4000-8000-000000000002\",\"trace_id\":"
                    + "\"0a000000-0000-4000-8000-000000000001\",\"end_time\":\"2026-11-22T01:12:01.500000+00:00\",\"outputs\":{\"choices\":[{\"index\":0,"
                    + "\"message\":{\"role\":\"assistant\",\"content\":\"Dry.\"}}]}}]}";

    /**
     * What a log was cut into.
     *
     * @param last those that stand in the end, where others only tell how they were before
     */
    private record Pieces(List<String> pieces, List<String> last, String name) {
        Pieces(List<String> pieces, String name) {
            this(pieces, pieces, name);
        }

        Pieces and(String piece) {
            return new Pieces(Stream.concat(pieces.stream(), Stream.of(piece)).toList(), name);
        }

        /** The same, of which updates name their span alone. */
        Pieces withoutTraces() {
            return new Pieces(
                    pieces.stream()
                            .map(piece -> piece.contains("-update") ? piece.replace("\"traceId\":\"t1\",", "") : piece)
                            .toList(),
                    name);
        }
    }

    /** A table of spans as nights leave it: of two versions of a span the newer stands, its parts stand beside each other. */
    private static final class Held {
        private final Map<String, Span> spans = new TreeMap<>();
        private final Map<String, Signal> signals = new TreeMap<>();
        private final Random random = new Random(7);

        void take(Told told) {
            told.spans().forEach(span -> spans.merge(key(span), span, Held::newer));
            told.signals().forEach(signal -> signals.put(signal.signalId(), signal));
        }

        private static String key(Span span) {
            String key = "%s %s %s".formatted(span.source(), span.traceId(), span.spanId());
            return span.part().isPresent() ? key + " " + span.recordDigest() : key;
        }

        private static Span newer(Span held, Span come) {
            int byVersion = come.versionAt().compareTo(held.versionAt());
            boolean stands =
                    byVersion > 0 || (byVersion == 0 && come.recordDigest().compareTo(held.recordDigest()) > 0);
            return stands ? come : held;
        }

        /** The runs of each trace, by its id; a table has its rows in any order. */
        Map<String, List<Run>> runs() {
            List<Span> rows = new ArrayList<>(UnplacedParts.placed(List.copyOf(spans.values())));
            Collections.shuffle(rows, random);
            Map<String, List<Span>> traces =
                    rows.stream().collect(Collectors.groupingBy(Span::traceId, TreeMap::new, Collectors.toList()));
            Map<String, List<Run>> runs = new TreeMap<>();
            traces.forEach((trace, told) -> runs.put(trace, RunAssembler.assemble(told, 1)));
            return runs;
        }
    }

    static Stream<Arguments> logs() throws Exception {
        return Stream.of(
                Arguments.of(
                        "langfuse's events",
                        new LangfuseLog(),
                        elements("langfuse/events.json").and(EARLIER_EVENT)),
                Arguments.of(
                        "langfuse's events without their trace",
                        new LangfuseLog(),
                        elements("langfuse/events.json").and(EARLIER_EVENT).withoutTraces()),
                Arguments.of("langfuse's rows", new LangfuseLog(), lines("langfuse/observations-v2.jsonl")),
                Arguments.of(
                        "braintrust's merges",
                        new BraintrustLog(),
                        rows("braintrust/events.json", "rows").and(EARLIER_MERGE)),
                Arguments.of(
                        "braintrust's merges by the row's id", new BraintrustLog(), lines("braintrust/merges.jsonl")),
                Arguments.of("braintrust's rows", new BraintrustLog(), lines("braintrust/export.jsonl")),
                Arguments.of(
                        "langsmith's batches",
                        new LangSmithLog(),
                        batch("langsmith/batch.json").and(EARLIER_PATCH)),
                Arguments.of("langsmith's runs", new LangSmithLog(), lines("langsmith/export.jsonl")),
                Arguments.of("otlp's retries", new OtlpLog(), leaves("otlp/otel-new.json")),
                Arguments.of("otlp's log records", new OtlpLog(), leaves("otlp/log-events.json")),
                Arguments.of("mlflow's traces", new MlflowLog(), lines("mlflow/traces.jsonl")),
                Arguments.of("mastra's events", preset("mastra"), events("presets/mastra.json")),
                Arguments.of(
                        "growing session of Claude Code", preset("claude-code"), grown("presets/claude-code.jsonl")),
                Arguments.of("growing session of Codex", preset("codex"), grown("presets/codex.jsonl")),
                Arguments.of("growing file of NAT's steps", preset("nat"), grown("presets/nat.jsonl")),
                Arguments.of("openai-log exported again", new OpenAiLog(), lines("samecall/openai-chat.jsonl")),
                Arguments.of("conversations exported again", conversations(), talks()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void theRowsAreThoseOfOneUndisturbedNight(String name, Dialect dialect, Pieces log) {
        Held whole = new Held();
        for (String piece : log.pieces()) {
            whole.take(read(dialect, log, List.of(piece)));
        }
        assertThat(whole.spans).as(name).isNotEmpty();
        Map<String, List<Run>> runs = whole.runs();
        assertThat(runs.toString()).as(name).doesNotContain("Dry.", "MISSING_TRACE");
        if (name.contains("events without") || name.contains("the row's id")) {
            assertThat(runs.toString()).as(name).contains(name.contains("row") ? "Mostly wet." : "Wet.");
        }
        Held last = new Held();
        log.last().forEach(piece -> last.take(read(dialect, log, List.of(piece))));
        assertThat(whole.spans).as("%s as it stands in the end", name).containsAllEntriesOf(last.spans);
        assertThat(last.runs()).as("%s as it stands in the end", name).isEqualTo(runs);
        Random random = new Random(11);
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            Held held = new Held();
            for (List<String> object : cut(log.pieces(), random)) {
                held.take(read(dialect, log, object));
                held.runs(); // A night ends anywhere.
            }
            assertThat(held.spans).as("%s, shuffle %d", name, shuffle).isEqualTo(whole.spans);
            assertThat(held.signals).as("%s, shuffle %d", name, shuffle).isEqualTo(whole.signals);
            assertThat(held.runs()).as("%s, shuffle %d", name, shuffle).isEqualTo(runs);
        }
    }

    /** Every piece at least once, some again, in objects of random sizes. */
    private static List<List<String>> cut(List<String> pieces, Random random) {
        List<String> shuffled = new ArrayList<>(pieces);
        for (String piece : pieces) {
            if (random.nextInt(3) == 0) {
                shuffled.add(piece);
            }
        }
        Collections.shuffle(shuffled, random);
        List<List<String>> objects = new ArrayList<>();
        for (int at = 0; at < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), at + 1 + random.nextInt(3));
            objects.add(shuffled.subList(at, to));
            at = to;
        }
        return objects;
    }

    private static Told read(Dialect dialect, Pieces log, List<String> object) {
        if (!log.name().endsWith("session.jsonl")) {
            return Told.by(dialect, log.name(), String.join("\n", object).getBytes(StandardCharsets.UTF_8));
        }
        // A session is a file of its own.
        Told all = new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String session : object) {
            Told one = Told.by(dialect, log.name(), session.getBytes(StandardCharsets.UTF_8));
            all.spans().addAll(one.spans());
            all.signals().addAll(one.signals());
        }
        return all;
    }

    private static Dialect preset(String name) {
        return Preset.of(name).orElseThrow().dialect(MissingNode.getInstance(), "mapping", "", new ArrayList<>());
    }

    private static Dialect conversations() throws Exception {
        JsonNode mapping = Json.parse(
                "{\"unit\":\"conversation\",\"trace\":\"/id\",\"span\":\"/id\",\"messages\":\"/talk\",\"updated\":\"/at\",\"agent\":\"=desk\"}");
        List<String> problems = new ArrayList<>();
        MappedLog log = MappedLog.of(mapping, "mapping", "", problems);
        assertThat(problems).isEmpty();
        return log;
    }

    /** Two talks, each as it stood on four evenings. */
    private static Pieces talks() {
        List<String> told = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (String id : List.of("a", "b")) {
            ArrayNode talk = Json.MAPPER.createArrayNode();
            for (int evening = 1; evening <= 4; evening++) {
                talk.addObject().put("role", "user").put("content", "question %d of %s".formatted(evening, id));
                talk.addObject().put("role", "assistant").put("content", "answer %d of %s".formatted(evening, id));
                ObjectNode record = Json.MAPPER.createObjectNode().put("id", id);
                record.put("at", "2026-11-2%dT20:00:00Z".formatted(evening)).set("talk", talk.deepCopy());
                told.add(record.toString());
            }
            last.add(told.get(told.size() - 1));
        }
        return new Pieces(told, last, "a.jsonl");
    }

    private static String text(String sample) throws IOException {
        String name = "/dev/logmill/curation/ingest/" + sample;
        try (InputStream in = Objects.requireNonNull(OrderAndOverlapTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Pieces lines(String sample) throws IOException {
        return new Pieces(text(sample).lines().filter(line -> !line.isBlank()).toList(), "a.jsonl");
    }

    private static Pieces elements(String sample) throws IOException {
        return pieces(Json.parse(text(sample)));
    }

    private static Pieces rows(String sample, String list) throws IOException {
        return pieces(Json.parse(text(sample)).path(list));
    }

    private static Pieces pieces(JsonNode list) {
        List<String> pieces = new ArrayList<>();
        list.forEach(element -> pieces.add(element.toString()));
        return new Pieces(pieces, "a.jsonl");
    }

    /** Each creation and each update in a batch of its own. */
    private static Pieces batch(String sample) throws IOException {
        List<String> pieces = new ArrayList<>();
        JsonNode batch = Json.parse(text(sample));
        for (String kind : List.of("post", "patch")) {
            for (JsonNode run : batch.path(kind)) {
                ObjectNode alone = Json.MAPPER.createObjectNode();
                alone.putArray(kind).add(run);
                pieces.add(alone.toString());
            }
        }
        return new Pieces(pieces, "a.jsonl");
    }

    /** Each span in an export request of its own; the log records of a call together, as its messages are one record. */
    private static Pieces leaves(String sample) throws IOException {
        List<String> pieces = new ArrayList<>();
        JsonNode document = Json.parse(text(sample));
        for (JsonNode resource : document.path("resourceSpans")) {
            for (JsonNode scope : resource.path("scopeSpans")) {
                for (JsonNode span : scope.path("spans")) {
                    ObjectNode alone = Json.MAPPER.createObjectNode();
                    ObjectNode around = alone.putArray("resourceSpans").addObject();
                    around.set("resource", resource.path("resource"));
                    ObjectNode inner = around.putArray("scopeSpans").addObject();
                    inner.set("scope", scope.path("scope"));
                    inner.putArray("spans").add(span);
                    pieces.add(alone.toString());
                }
            }
        }
        if (document.has("resourceLogs")) {
            ObjectNode logs = Json.MAPPER.createObjectNode();
            pieces.add(logs.set("resourceLogs", document.path("resourceLogs")).toString());
        }
        return new Pieces(pieces, "a.jsonl");
    }

    /** Each span as its exporter tells it when it starts and when it has ended. */
    private static Pieces events(String sample) throws IOException {
        List<String> pieces = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (JsonNode span : Json.parse(text(sample)).path("spans")) {
            ObjectNode started = span.deepCopy();
            started.remove(List.of("endedAt", "output", "error", "updatedAt"));
            pieces.add(Json.MAPPER
                    .createObjectNode()
                    .put("type", "span_started")
                    .set("exportedSpan", started)
                    .toString());
            pieces.add(Json.MAPPER
                    .createObjectNode()
                    .put("type", "span_ended")
                    .set("exportedSpan", span)
                    .toString());
            last.add(pieces.get(pieces.size() - 1));
        }
        return new Pieces(pieces, last, "a.jsonl");
    }

    /** A session's file as it stood on several nights, and in the end. */
    private static Pieces grown(String sample) throws IOException {
        List<String> lines = text(sample).lines().toList();
        List<String> files = new ArrayList<>();
        for (int size = 2; size < lines.size(); size += 3) {
            files.add(String.join("\n", lines.subList(0, size)) + "\n");
        }
        files.add(String.join("\n", lines) + "\n");
        return new Pieces(files, files.subList(files.size() - 1, files.size()), "session.jsonl");
    }
}
