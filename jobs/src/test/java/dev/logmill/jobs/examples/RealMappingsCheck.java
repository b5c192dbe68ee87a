package dev.logmill.jobs.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.object.RecordSplitter;
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
    private final RunFacts facts = new RunFacts();
    private int runs;
    private int unreadable;
    private long bytes;

    @Test
    void readsTauBench() throws IOException {
        read("tau-bench", "tau-bench/historical_trajectories", true);
        facts.write("tau-bench.jsonl");
        Map<String, TreeSet<Double>> outcomes = new TreeMap<>();
        of(SpanKind.AGENT).forEach(run -> outcomes.computeIfAbsent(run.groupId().orElseThrow(), task -> new TreeSet<>())
                .add(run.outcome().orElseThrow()));
        long mixed = outcomes.values().stream().filter(seen -> seen.size() == 2).count();
        long good = of(SpanKind.AGENT)
                .filter(run -> run.outcome().orElseThrow() == 1.0)
                .count();
        System.out.printf(
                "tau-bench: %d runs, %d tool calls, %d with reward 1, %d of %d tasks mixed%n",
                runsOf(), toolCalls(), good, mixed, outcomes.size());
        assertThat(of(SpanKind.AGENT)).hasSize(200);
        assertThat(toolCalls()).isEqualTo(1164);
        assertThat(of(SpanKind.TOOL)).hasSize(1164).allSatisfy(span -> assertThat(
                        span.toolUse().orElseThrow().result())
                .isPresent());
        assertThat(good).isEqualTo(84);
        assertThat(mixed).isEqualTo(26);
        assertThat(unreadable).isZero();
    }

    @Test
    void readsTau2BenchInOrderThoughAllTimesAreOneInstant() throws IOException {
        read("tau2-bench", "tau2-bench/main", true);
        facts.write("tau2-bench-main.jsonl");
        System.out.printf("tau2-bench main: %d runs, %d tool calls%n", runsOf(), toolCalls());
        assertThat(spans.stream().map(Span::startedAt).distinct()).hasSize(1);
        assertThat(runsOf()).isEqualTo(164);
        assertThat(toolCalls()).isEqualTo(1454);
        assertThat(unreadable).isZero();
    }

    @Test
    void readsTau2BenchWithTimes() throws IOException {
        read("tau2-bench", "tau2-bench/ref", true);
        facts.write("tau2-bench-ref.jsonl");
        System.out.printf("tau2-bench ref: %d runs, %d tool calls%n", runsOf(), toolCalls());
        assertThat(runsOf()).isEqualTo(334);
        assertThat(toolCalls()).isEqualTo(2684);
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

    private long runsOf() {
        return of(SpanKind.AGENT).count();
    }

    private long toolCalls() {
        return of(SpanKind.LLM)
                .mapToLong(span -> span.messagesOut().get(0).toolCalls().size())
                .sum();
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

    /** A document may hold many runs, each of an agent span and what follows it. */
    private void keep(String object, List<Span> read) {
        spans.addAll(read);
        List<Span> one = new ArrayList<>();
        for (Span span : read) {
            if (span.kind() == SpanKind.AGENT && !one.isEmpty()) {
                facts.add(object + ":" + runs++, one);
                one.clear();
            }
            one.add(span);
        }
        facts.add(object + ":" + runs++, one);
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
                        for (RawRecord each : dialect.records(record)) {
                            List<Span> read = dialect.read(each).spans();
                            if (keep) {
                                keep(each.object(), read);
                            } else {
                                runs++;
                            }
                        }
                        return true;
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
