package dev.logmill.curation.ingest.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations of Phoenix in a data frame of their own; {@code phoenix-annotations} among the samples has more of them. */
class AnnotationRowTest {
    /** The index stands last, as pandas writes it. */
    private static final String SCHEMA = """
            message schema {
              optional binary created_at (STRING);
              optional binary annotation_name (STRING);
              optional binary annotator_kind (STRING);
              optional group metadata { optional binary model (STRING); }
              optional binary result.label (STRING);
              optional double result.score;
              optional binary result.explanation (STRING);
              optional binary %s (STRING);
            }
            """;

    @TempDir
    private Path folder;

    private byte[] frame(String index, double score) throws IOException {
        Path file = folder.resolve(index + ".parquet");
        MessageType schema = MessageTypeParser.parseMessageType(SCHEMA.formatted(index));
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema)
                .build()) {
            Group row = new SimpleGroupFactory(schema)
                    .newGroup()
                    .append("created_at", "2026-11-22T02:12:01+00:00")
                    .append("annotation_name", "helpful")
                    .append("annotator_kind", "HUMAN")
                    .append("result.score", score)
                    .append(index, "6b00000000000001");
            row.addGroup("metadata").append("model", "none");
            writer.write(row);
        }
        return Files.readAllBytes(file);
    }

    private static Told told(String name, byte[] bytes) {
        return Told.by(
                Preset.PHOENIX.dialect(MissingNode.getInstance(), "mapping", "", new ArrayList<>()), name, bytes);
    }

    @Test
    void theSpanIsNamedByTheIndexWhateverThatIsCalled() throws IOException {
        for (String index : new String[] {"span_id", "context.span_id", "__index_level_0__"}) {
            assertThat(told("annotations.parquet", frame(index, 0.5)).signals())
                    .extracting(Signal::spanId, Signal::channel, Signal::value)
                    .containsExactly(tuple(Optional.of("6b00000000000001"), SignalChannel.REVIEWER, Optional.of(0.5)));
        }
    }

    @Test
    void aNumberWaitsForItsScale() throws IOException {
        byte[] frame = frame("span_id", 4);
        Told told = told("annotations.parquet", frame);
        Told scaled = Told.by(
                Preset.PHOENIX
                        .scaled(new ScoreScales(Map.of("helpful", new ScoreScales.Scale(1, 5))))
                        .orElseThrow(),
                "annotations.parquet",
                frame);

        assertThat(told.signals()).isEmpty();
        assertThat(told.refusals()).singleElement().asString().contains("scores: {helpful: {worst: 1, best: 5}}");
        assertThat(scaled.signals()).extracting(Signal::value).containsExactly(Optional.of(0.75));
    }

    @Test
    void aRowWhoseIndexWasNotSavedSaysSo() {
        Told told = told(
                "annotations.jsonl",
                "{\"annotation_name\":\"helpful\",\"annotator_kind\":\"HUMAN\",\"result.score\":1,\"index\":0}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(told.refusals()).singleElement().asString().startsWith("MISSING_FIELD: span_id: ");
    }
}
