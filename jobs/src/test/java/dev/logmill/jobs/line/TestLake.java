package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.NarrownessConfig;
import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.IngestConfig;
import dev.logmill.curation.ingest.PathPattern;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.SourceConfig;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.pair.LeakConfig;
import dev.logmill.curation.pair.rule.PairConfig;
import dev.logmill.curation.privacy.Redaction;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.suite.SuitesConfig;
import dev.logmill.export.dataset.DatasetsConfig;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lake in a folder, fed by one source of the plainest records: {@code {"trace", "span", "at", "text"}}, and where
 * wanted {@code "kind"}, {@code "parent"}, {@code "answer"}, {@code "part"} and {@code "unplaced"}.
 */
final class TestLake {
    static final List<Table<?>> TABLES = List.of(
            CurationTables.SPANS,
            CurationTables.SIGNALS,
            CurationTables.QUARANTINE,
            CurationTables.LEDGER,
            CurationTables.RUNS,
            CurationTables.PAIRS,
            CurationTables.PROVENANCE,
            CurationTables.FORMER_EDGES,
            CurationTables.REJECTIONS,
            CurationTables.LEAK_KEYS,
            CurationTables.SPLITS,
            CurationTables.AGENTS);

    private final Path folder;
    private final String objects;
    private final Lake lake;
    private final JobRunner runner;

    TestLake(Path folder) {
        this(folder, "*.jsonl");
    }

    /** With a pattern of its own for the names of a day's objects. */
    TestLake(Path folder, String objects) {
        this.folder = folder;
        this.objects = objects;
        this.lake = new Lake(folder.resolve("lake").toString(), StorageSettings.defaults());
        this.runner = new JobRunner(
                config(), lake, TABLES, () -> SparkApplication.start("test", Map.of("spark.master", "local[2]")));
        new Recovery(config(), lake, TABLES).run();
    }

    Lake lake() {
        return lake;
    }

    JobReport ingest(String asOf) {
        return runner.run(new IngestJob(), LocalDate.parse(asOf));
    }

    /** Everything up to the runs; gives what assemble said. */
    JobReport assemble(String asOf) {
        ingest(asOf);
        return runner.run(new AssembleJob(), LocalDate.parse(asOf));
    }

    /** Everything up to the pairs; gives what curate said. */
    JobReport curate(String asOf) {
        assemble(asOf);
        return runner.run(new CurateJob(), LocalDate.parse(asOf));
    }

    void object(String name, String... lines) throws IOException {
        Path file = folder.resolve("raw").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    static String record(String trace, String span, String at, String text) {
        return "{\"trace\":\"%s\",\"span\":\"%s\",\"at\":\"%s\",\"text\":\"%s\"}".formatted(trace, span, at, text);
    }

    LogmillConfig config() {
        SourceConfig source = new SourceConfig(
                "app", PathPattern.of(folder.resolve("raw") + "/{date}/" + objects), "demo", new Plain());
        return new LogmillConfig(
                lake.root(),
                folder.resolve("published").toString(),
                List.of(source),
                Map.of("app", new Untouched()),
                Optional.empty(),
                IngestConfig.defaults(),
                PairConfig.defaults(),
                LeakConfig.defaults(),
                NarrownessConfig.defaults(),
                LabelConfig.defaults(),
                SuitesConfig.defaults(),
                DatasetsConfig.defaults(),
                EvaluateConfig.defaults(),
                Map.of(),
                StorageSettings.defaults(),
                "k",
                "0");
    }

    private static final class Plain implements Dialect {
        @Override
        public Reading.Read read(RawRecord record) throws UnreadableRecord {
            if (!record.body().has("span")) {
                throw new UnreadableRecord(QuarantineReason.MISSING_FIELD, "/span");
            }
            if (record.body().has("fault")) {
                throw new UnreadableRecord(
                        QuarantineReason.INVALID_FIELD,
                        record.body().path("fault").asText());
            }
            String answer = record.body().path("answer").asText();
            SpanBuilder span = Span.of(
                            record.source(),
                            record.body().path("trace").asText(),
                            record.body().path("span").asText(),
                            SpanKind.valueOf(record.body().path("kind").asText("LLM")))
                    .parentSpanId(
                            Optional.of(record.body().path("parent").asText()).filter(id -> !id.isEmpty()))
                    .startedAt(
                            Optional.of(Instant.parse(record.body().path("at").asText())))
                    .endedAt(Optional.of(record.body().path("ended").asText())
                            .filter(at -> !at.isEmpty())
                            .map(Instant::parse))
                    .name(record.body().path("text").asText())
                    .messagesIn(answer.isEmpty() ? List.of() : List.of(Message.of(Role.USER, "Where is my order?")))
                    .messagesOut(answer.isEmpty() ? List.of() : List.of(Message.of(Role.ASSISTANT, answer)));
            if (record.body().has("part")) {
                span.part(record.body().path("part").asInt());
            }
            if (record.body().has("unplaced")) {
                span.note(Fidelity.MISSING_TRACE);
            }
            return new Reading.Read(List.of(span.build()), List.of());
        }
    }

    private static final class Untouched implements Redaction {
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
            return text;
        }

        @Override
        public String digest(String plain) {
            return plain;
        }

        @Override
        public String path(String path) {
            return path;
        }
    }
}
