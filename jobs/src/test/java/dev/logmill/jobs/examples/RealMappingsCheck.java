package dev.logmill.jobs.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.logmill.curation.ingest.RawObject;
import dev.logmill.curation.ingest.RawPiece;
import dev.logmill.curation.ingest.RecordSplitter;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The example mappings on the real logs that they were written for. Needs their folder in {@code LOGMILL_REAL_DATA}, so
 * it is run by name: {@code mvn test -pl jobs -am -Dtest=RealMappingsCheck}.
 */
class RealMappingsCheck {
    private final List<Span> spans = new ArrayList<>();
    private int runs;
    private int unreadable;
    private long bytes;

    @Test
    void readsTauBench() throws IOException {
        read("tau-bench", "tau-bench/historical_trajectories", true);
        Map<String, TreeSet<Double>> outcomes = new TreeMap<>();
        of(SpanKind.AGENT).forEach(run -> outcomes.computeIfAbsent(run.groupId().orElseThrow(), task -> new TreeSet<>())
                .add(run.outcome().orElseThrow()));
        assertThat(of(SpanKind.AGENT)).hasSize(200);
        assertThat(of(SpanKind.LLM).flatMap(span -> span.messagesOut().get(0).toolCalls().stream()))
                .hasSize(1164);
        assertThat(of(SpanKind.AGENT).filter(run -> run.outcome().orElseThrow() == 1.0))
                .hasSize(84);
        assertThat(outcomes.values().stream().filter(seen -> seen.size() == 2)).hasSize(26);
    }

    @Test
    void readsTau2BenchInOrder() throws IOException {
        read("tau2-bench", "tau2-bench/main", true);
        assertThat(of(SpanKind.AGENT)).hasSize(164);
        assertThat(unreadable).isZero();
        read("tau2-bench", "tau2-bench/ref", true);
        assertThat(unreadable).isZero();
    }

    @Test
    void readsMint() throws IOException {
        long start = System.nanoTime();
        read("mint-bench", "mint-bench/large/data/outputs", false);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("MINT: %d runs, %d unreadable, %.1f MB/s%n", runs, unreadable, bytes / 1e6 / seconds);
        assertThat(runs).isEqualTo(95_133);
        assertThat(unreadable).isZero();
    }

    private Stream<Span> of(SpanKind kind) {
        return spans.stream().filter(span -> span.kind() == kind);
    }

    private void read(String example, String folder, boolean keep) throws IOException {
        List<String> problems = new ArrayList<>();
        JsonNode written =
                new YAMLMapper().readTree(Path.of("examples", example + ".yaml").toFile());
        MappedLog dialect = MappedLog.of(written, "mapping", "demo", problems);
        assertThat(problems).isEmpty();
        String root = System.getenv("LOGMILL_REAL_DATA");
        assertThat(root)
                .as("LOGMILL_REAL_DATA names the folder of the real logs")
                .isNotNull();
        Path base = Path.of(root, folder);
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.filter(path -> path.toString().contains(".json"))
                    .sorted()
                    .toList()) {
                bytes += Files.size(file);
                try (InputStream in = Files.newInputStream(file)) {
                    String name = base.relativize(file).toString();
                    RawObject object = new RawObject("real", name, name, "", 0, Optional.empty());
                    Iterator<RawPiece> pieces = new RecordSplitter(1 << 30).pieces(object, in);
                    while (pieces.hasNext()) {
                        piece(dialect, pieces.next(), keep);
                    }
                }
            }
        }
    }

    private void firstFew(Object unread) {
        if (unreadable < 5) {
            System.out.println(unread);
        }
    }

    private void piece(MappedLog dialect, RawPiece piece, boolean keep) {
        piece.fold(
                record -> {
                    try {
                        List<Span> read = dialect.read(record).spans();
                        runs++;
                        return keep && spans.addAll(read);
                    } catch (UnreadableRecord bad) {
                        firstFew(record.object() + " " + record.position() + " " + bad.reading());
                        unreadable++;
                        return false;
                    }
                },
                broken -> {
                    firstFew(broken);
                    unreadable++;
                    return false;
                });
    }
}
