package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lake in a folder, of plain spans and of what people said of them, scored night by night. */
final class SpokenLake {
    private static final List<Job> JOBS = List.of(new IngestJob(), new AssembleJob(), new CurateJob(), new ScoreJob());

    private final Path folder;
    private final Lake lake;
    private final JobRunner runner;

    SpokenLake(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef\n");
        Path yaml = folder.resolve("logmill.yaml");
        Files.writeString(yaml, """
                privacy: {key-file: pseudonym.key}
                sources:
                  - name: spans
                    path: raw/spans/{date}/*.jsonl
                    dialect: mapped
                    project: shop
                    privacy: content
                    mapping:
                      {unit: span, trace: /trace, span: /span, otherwise-kind: llm, agent: /agent, agent-version: =1,
                       session: /session, started: /at, input: /input, output: /answer}
                  - name: said
                    path: raw/said/{date}/*.jsonl
                    dialect: mapped
                    project: shop
                    privacy: content
                    mapping:
                      unit: feedback
                      signals:
                        - {channel-at: /kind,
                           channels: {thumb: thumb, outcome: outcome, regeneration: regeneration, correction: correction}, text: /text, id: /event, feedback-id: /feedback, supersedes: /supersedes, trace: /trace, span: /span,
                           session: /session, user: /user, value: /value, withdrawn: /withdrawn, time: /at}
                  - name: rows
                    path: raw/rows/{date}/*.jsonl
                    dialect: braintrust
                    project: shop
                    privacy: content
                  - name: forms
                    path: raw/forms/{date}/*.jsonl
                    dialect: mapped
                    project: shop
                    privacy: content
                    mapping:
                      unit: feedback
                      signals:
                        - {channel: thumb, id: /feedback, trace: /trace, value: /vote, withdrawn: /withdrawn}
                        - {channel: correction, id: /feedback, trace: /trace, text: /text}
                """);
        LogmillConfig config = new ConfigFile(yaml, name -> Optional.empty()).read();
        this.lake = new Lake(config.lake(), config.storage());
        this.runner = new JobRunner(
                config, lake, AllTables.LIST, () -> SparkApplication.start("test", Map.of("spark.master", "local[2]")));
    }

    Lake lake() {
        return lake;
    }

    /** What a night brings of a source. */
    void object(String source, LocalDate night, List<String> lines) throws IOException {
        Path file = folder.resolve("raw/%s/%s/part.jsonl".formatted(source, night));
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    void score(LocalDate asOf) {
        JOBS.forEach(job -> runner.run(job, asOf));
    }

    /** The latest label of the pair that a span made. */
    Label label(String spanId) {
        String pairId = lake.rows(CurationTables.PROVENANCE).stream()
                .filter(edge -> edge.spanId().equals(spanId))
                .map(Provenance::pairId)
                .findFirst()
                .orElseThrow();
        return lake.rows(CurationTables.LABELS).stream()
                .filter(label -> label.pairId().equals(pairId))
                .max(Comparator.comparing(Label::asOf))
                .orElseThrow();
    }
}
