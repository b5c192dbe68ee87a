package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.mlflow.MlflowLog;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawPieces;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.ContentRedaction;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.run.RunAssembler;
import dev.logmill.curation.trace.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * Damaged samples of every dialect: nothing crashes or hangs, each record ends in one state, what was read can be stored and
 * made runs of, and what is personal is in no clear column. {@code LOGMILL_FUZZ=100000} tries so many; what fails names the
 * sample and the seed that do it again.
 */
public class FuzzTest {
    /** How many objects are damaged. */
    public static final int MUTATIONS =
            Integer.parseInt(Optional.ofNullable(System.getenv("LOGMILL_FUZZ")).orElse("3000"));
    /** A read takes milliseconds; this is for machines that do much else. */
    private static final long HANGS_SECONDS = 30;

    private static final String MAIL = "erika.mustermann@example.org";
    private static final String USER = "erika.mustermann77";
    private static final String PHONE = " +49 170 1234567 ";
    private static final Pattern QUESTION = Pattern.compile("(?<=[a-z0-9])[?.](?=\\\\*\")");
    private static final Pattern PERSON = Pattern.compile("\"(ann|bob|person-1|u_81|rev-1)(\\\\*)\"");

    private static final Map<String, Dialect> FOLDERS = Map.of(
            "braintrust", new BraintrustLog(),
            "langfuse", new LangfuseLog(),
            "langsmith", new LangSmithLog(),
            "mlflow", new MlflowLog(),
            "otlp", new OtlpLog());

    /** Of a session file the whole is one record, and of chunks as many lines as make an answer. */
    private static final Set<String> SEVERAL_LINES =
            Set.of("presets/claude-code.jsonl", "presets/codex.jsonl", "presets/nat.jsonl", "openai/chunks.jsonl");

    private static final List<String> SAMPLES = List.of(
            "samecall/openai-chat.jsonl",
            "samecall/openai-responses.jsonl",
            "samecall/anthropic.jsonl",
            "samecall/gemini.jsonl",
            "samecall/mapped.jsonl",
            "samecall/langfuse.jsonl",
            "samecall/braintrust.jsonl",
            "samecall/langsmith.jsonl",
            "samecall/otel.json",
            "samecall/openinference.json",
            "braintrust/events.json",
            "braintrust/export.jsonl",
            "langfuse/events.json",
            "langfuse/observations-v2.jsonl",
            "langfuse/scores.jsonl",
            "langfuse/trace.json",
            "langfuse/traces.jsonl",
            "langsmith/batch.json",
            "langsmith/export.jsonl",
            "langsmith/feedback.jsonl",
            "langsmith/page.json",
            "mlflow/inference-table.jsonl",
            "mlflow/older.json",
            "mlflow/trace.json",
            "mlflow/traces.jsonl",
            "presets/claude-code.jsonl",
            "presets/codex.jsonl",
            "presets/datadog.json",
            "presets/mastra.json",
            "presets/nat.jsonl",
            "presets/openai-agents.jsonl",
            "presets/posthog.jsonl",
            "openai/nat-requests.json",
            "openai/batch.jsonl",
            "openai/batch-anthropic.jsonl",
            "openai/stored.json",
            "openai/choices.jsonl",
            "openai/chunks.jsonl",
            "openai/helicone.jsonl",
            "braintrust/merges.jsonl",
            "langfuse/api-traces.jsonl",
            "presets/datadog-evaluated.json",
            "presets/datadog-metrics.json",
            "otlp/strands.json",
            "otlp/crewai.json",
            "otlp/crewai-openllmetry.json",
            "otlp/semantic-kernel.json",
            "otlp/traceloop.json",
            "otlp/retrieval.json",
            "otlp/tool-errors.json",
            "otlp/javascript-sdk.json",
            "otlp/langfuse.json",
            "otlp/log-events.json",
            "otlp/mastra.json",
            "otlp/openinference.json",
            "otlp/openllmetry.json",
            "otlp/otel-new.json",
            "otlp/otel-old.json",
            "otlp/phoenix-otlp.json",
            "otlp/phoenix.json",
            "otlp/sentry.json",
            "otlp/vercel.json");

    /** A sample with a person in it. */
    private record Planted(String name, RecordReader reader, String text) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        static Planted of(String name) {
            try (InputStream in = Objects.requireNonNull(FuzzTest.class.getResourceAsStream(name), name)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                String said = QUESTION.matcher(text).replaceAll("? " + Mutations.PERSONAL);
                String planted = PERSON.matcher(said).replaceAll("\"" + USER + "$2\"");
                return new Planted(name, FuzzTest.reader(dialect(name)), planted);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private static Dialect dialect(String name) {
        String folder = name.substring(0, name.indexOf('/'));
        String file = name.substring(folder.length() + 1).replaceFirst("\\..*", "");
        if (folder.equals("presets")) {
            return Preset.of(file.replaceFirst("^datadog-.*", "datadog"))
                    .orElseThrow()
                    .dialect(MissingNode.getInstance(), "mapping", "demo", new ArrayList<>());
        }
        if (file.equals("mapped")) {
            List<String> problems = new ArrayList<>();
            Dialect mapped = MappedLog.of(Written.json(EqualityTest.MAPPING), "mapping", "", problems);
            assertThat(problems).isEmpty();
            return mapped;
        }
        Dialect ofFile = FOLDERS.getOrDefault(
                file, file.startsWith("o") && !file.startsWith("openai") ? new OtlpLog() : new OpenAiLog());
        return FOLDERS.getOrDefault(folder, ofFile);
    }

    private static RecordReader reader(Dialect dialect) {
        byte[] key = "a key for tests only".getBytes(StandardCharsets.UTF_8);
        return new RecordReader(
                dialect, "demo", new ContentRedaction(new Pseudonyms(key)), LocalDate.of(2026, 11, 1), 1);
    }

    @Test
    void damagedLogsAreReadOrRefusedAndNeverLostOrLeaked() throws InterruptedException {
        List<Planted> samples = SAMPLES.stream().map(Planted::of).toList();
        assertThat(samples).allSatisfy(sample -> assertThat(read(sample, sample.bytes(), sample.name()).read)
                .as(sample.name())
                .isPositive());
        assertThat(samples).filteredOn(sample -> sample.text().contains(MAIL)).hasSizeGreaterThan(20);
        assertThat(samples).filteredOn(sample -> sample.text().contains(USER)).hasSizeGreaterThan(20);
        Counts counts = new Counts();
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            for (int seed = 0; seed < MUTATIONS; seed++) {
                Planted sample = samples.get(seed % samples.size());
                long one = seed;
                Future<Counts> read = worker.submit(() -> mutated(sample, one));
                try {
                    counts.add(read.get(HANGS_SECONDS, TimeUnit.SECONDS));
                } catch (TimeoutException hangs) {
                    throw new AssertionError(
                            "%s, seed %d: still reading after %d s".formatted(sample.name(), seed, HANGS_SECONDS),
                            hangs);
                } catch (ExecutionException failed) {
                    throw new AssertionError("%s, seed %d".formatted(sample.name(), seed), failed.getCause());
                }
            }
        } finally {
            worker.shutdownNow();
        }
        System.out.printf("fuzz: %d damaged objects of %d samples, %s%n", MUTATIONS, samples.size(), counts);
        assertThat(counts.read).isPositive();
        assertThat(counts.refused).isPositive();
    }

    private static Counts mutated(Planted sample, long seed) {
        byte[] bytes = Mutations.of(sample.bytes(), sample.name().endsWith("l"), seed);
        return seed % 7 == 0
                ? read(sample, zipped(bytes, seed), sample.name() + ".gz")
                : read(sample, bytes, sample.name());
    }

    /** Records by where they end; and how many there were. */
    private static final class Counts {
        long records;
        long read;
        long refused;

        void add(Counts other) {
            records += other.records;
            read += other.read;
            refused += other.refused;
        }

        @Override
        public String toString() {
            return "%d records: %d read, %d quarantined".formatted(records, read, refused);
        }
    }

    private static Counts read(Planted sample, byte[] bytes, String name) {
        RecordReader reader = sample.reader();
        RawObject object = new RawObject("app", name, name, "", bytes.length, Optional.empty());
        Counts counts = new Counts();
        Set<String> places = new HashSet<>();
        List<Span> spans = new ArrayList<>();
        int pieces = 0;
        try (RawPieces stored = reader.pieces(object, new StoredBytes(bytes), 1 << 20)) {
            while (stored.hasNext()) {
                RawPiece piece = stored.next();
                pieces++;
                for (RawPiece record : reader.records(piece)) {
                    counts.records++;
                    assertThat(places.add(record.position() + record.place()))
                            .as("two records at %s", record.place())
                            .isTrue();
                    Reading reading = reader.read(record);
                    boolean done = reading.fold(FuzzTest::isStorable, unreadable -> {
                        Quarantine row =
                                reader.refused(object, record, record.digest().orElse(""), unreadable);
                        assertThat(row.toString()).doesNotContain(MAIL, USER, PHONE.strip(), "PX7");
                        return false;
                    });
                    counts.read += done ? 1 : 0;
                    counts.refused += done ? 0 : 1;
                    reading.fold(read -> spans.addAll(read.spans()), unreadable -> false);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        assertThat(counts.read + counts.refused).isEqualTo(counts.records);
        if (name.endsWith(".jsonl") && !SEVERAL_LINES.contains(name)) {
            assertThat(pieces).as("a line each").isEqualTo(lines(bytes));
        }
        spans.stream()
                .collect(Collectors.groupingBy(Span::traceId, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(trace -> RunAssembler.assemble(trace, 1));
        return counts;
    }

    /**
     * A row that was read says something, holds canonical JSON where it holds JSON, and nothing that a detector knows; an
     * address or number that the damage changed, or glued to what stands beside it, may be none to it.
     */
    private static boolean isStorable(Reading.Read read) {
        assertThat(read.spans().size() + read.signals().size()).isPositive();
        assertThat(read.spans().toString() + read.signals()).doesNotContain(" " + MAIL + " ", PHONE);
        for (Span span : read.spans()) {
            assertThat(span.traceId()).isNotBlank();
            assertThat(span.spanId()).isNotBlank();
            Stream.concat(Stream.of(span.attributes()), span.model().flatMap(model -> model.parameters()).stream())
                    .forEach(json ->
                            assertThat(Json.canonical(Written.parsed(json))).isEqualTo(json));
            Stream.concat(span.startedAt().stream(), span.endedAt().stream())
                    .forEach(time -> assertThat(Timestamps.isPlausible(time)).isTrue());
            assertThat(span.costUsd().orElse(0.0)).isFinite();
        }
        read.signals().forEach(signal -> assertThat(signal.value().orElse(0.0)).isBetween(0.0, 1.0));
        return true;
    }

    private static long lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .chars()
                .collect(Lines::new, Lines::add, (a, b) -> {})
                .count();
    }

    /** Counts lines that hold more than white space. */
    private static final class Lines {
        private long ended;
        private boolean filled;

        void add(int character) {
            ended += character == '\n' && filled ? 1 : 0;
            filled = character != '\n' && (filled || " \t\r".indexOf(character) < 0);
        }

        long count() {
            return ended + (filled ? 1 : 0);
        }
    }

    /** Compressed, and in half of the cases damaged after that. */
    private static byte[] zipped(byte[] bytes, long seed) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] whole = zipped.toByteArray();
        if (seed % 2 == 0 && whole.length > 0) {
            int place = (int) (seed * 31 % whole.length);
            whole[place] = (byte) (whole[place] ^ (1 << (seed % 8)));
        }
        return whole;
    }
}
