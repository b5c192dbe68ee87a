package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolCall;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Reads 1,505 recorded calls of some twenty providers, their transport errors included; run by name, with the folder of
 * the real data in {@code LOGMILL_REAL_DATA}.
 */
class RealCassettesCheck {
    /** An answer with status 200 may still tell of an error: Azure's content filter does. */
    private static final Set<Status> ANSWERED = Set.of(Status.OK, Status.ERROR);

    private final SpanFacts facts = new SpanFacts();
    private final Map<String, Integer> read = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private int failed;
    private int toolCalls;

    @Test
    void readsEachCallOrSaysWhyNot() throws IOException {
        for (String file : List.of("openllmetry", "otel-contrib")) {
            Path log = RealData.folder().resolve("llm-cassettes").resolve(file + ".jsonl");
            int position = 0;
            for (String line : Files.readAllLines(log)) {
                position++;
                read(file + ":" + position, Json.parse(line));
            }
        }
        facts.write("llm-cassettes.jsonl");
        System.out.printf(
                "llm-cassettes: %d read %s, of them %d errors; %d tool calls; refused:%n",
                sum(read), read, failed, toolCalls);
        refused.forEach((why, count) -> System.out.printf("  %4d %s%n", count, why));
        assertThat(read)
                .isEqualTo(Map.of(
                        "chat",
                        361,
                        "messages",
                        62,
                        "responses",
                        50,
                        "generate_content",
                        26,
                        "converse",
                        35,
                        "text_completion",
                        92,
                        "embeddings",
                        38));
        assertThat(failed).isEqualTo(31);
        assertThat(toolCalls).isEqualTo(180);
        assertThat(sum(read) + sum(refused)).isEqualTo(1505);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void read(String place, JsonNode record) {
        try {
            Span span = Records.span(record);
            facts.add(place, span);
            read.merge(span.name(), 1, Integer::sum);
            failed += span.status() == Status.ERROR ? 1 : 0;
            assertThat(span.status())
                    .as("%s has HTTP status %s", place, record.path("status"))
                    .isIn(record.path("status").asInt() / 100 == 2 ? ANSWERED : Set.of(Status.ERROR));
            span.messagesOut().forEach(message -> assertArgumentsParse(place, span, message));
        } catch (UnreadableRecord unreadable) {
            facts.add(place, unreadable);
            refused.merge(
                    "%s, %s"
                            .formatted(
                                    unreadable.getMessage(),
                                    URI.create(record.path("uri").asText()).getHost()),
                    1,
                    Integer::sum);
        }
    }

    private void assertArgumentsParse(String place, Span span, Message message) {
        for (ToolCall call : message.toolCalls()) {
            toolCalls++;
            boolean parses =
                    Json.container(call.arguments()).filter(JsonNode::isObject).isPresent();
            assertThat(parses || span.fidelity().contains(Fidelity.UNPARSED_ARGUMENTS))
                    .as("%s: arguments of %s", place, call.name())
                    .isTrue();
        }
    }
}
