package dev.logmill.jobs.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void holdsNoMistake(Path example) throws IOException {
        List<String> problems = new ArrayList<>();
        MappedLog.of(new YAMLMapper().readTree(example.toFile()), "mapping", "demo", problems);
        assertThat(problems).isEmpty();
    }

    @Test
    void readsTheConversationThatTheOwnCallsShow() throws IOException, UnreadableRecord {
        Path example = Path.of("examples", "own-calls.yaml");
        String shown = Files.readAllLines(example).stream()
                .limit(3)
                .map(line -> line.substring(1))
                .collect(Collectors.joining());
        JsonNode document = Json.parse(shown.substring(shown.indexOf('{')));
        MappedLog dialect =
                MappedLog.of(new YAMLMapper().readTree(example.toFile()), "mapping", "demo", new ArrayList<>());
        List<RawRecord> records =
                dialect.records(new RawRecord("app", "a.json", 1, Optional.empty(), "digest", document));
        List<Span> spans = dialect.read(records.get(0)).spans();
        assertThat(records).hasSize(1);
        assertThat(spans)
                .extracting(Span::kind)
                .containsExactly(SpanKind.AGENT, SpanKind.LLM, SpanKind.TOOL, SpanKind.LLM);
        assertThat(spans.get(2).toolUse().orElseThrow().arguments()).contains("{\"order\":7}");
        assertThat(spans.get(0).messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "Lost."));
    }
}
