package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** What was read from real records, as lines that {@code .ci/real/compare.py} holds against its own reading of them. */
final class SpanFacts {
    private final TreeMap<String, String> lines = new TreeMap<>();

    void add(String place, Span span) {
        ObjectNode fact = fact(place).put("status", span.status().name().toLowerCase(Locale.ROOT));
        fact.put("start", span.startedAt().map(String::valueOf).orElse(null));
        Optional<Model> model = span.model();
        fact.put("model", model.flatMap(Model::responded).orElse(null));
        fact.put("finish", model.flatMap(Model::finishReason).orElse(null));
        messages(fact.putArray("in"), span.messagesIn());
        messages(fact.putArray("out"), span.messagesOut());
        span.tools().forEach(tool -> fact.withArray("/tools").add(tool.name()));
        usage(fact.putArray("usage"), span.usage().orElse(Usage.NONE));
        span.fidelity().forEach(flag -> fact.withArray("/fidelity").add(flag.name()));
        lines.put(place, fact.toString());
    }

    void add(String place, UnreadableRecord refused) {
        lines.put(
                place,
                fact(place)
                        .put("status", "refused")
                        .put("reason", refused.reason() + ": " + refused.getMessage())
                        .toString());
    }

    void write(String file) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "real"));
        Files.write(folder.resolve(file), lines.values());
    }

    private static ObjectNode fact(String place) {
        return Json.MAPPER.createObjectNode().put("at", place);
    }

    private static void messages(ArrayNode into, List<Message> messages) {
        for (Message message : messages) {
            ObjectNode fact = into.addObject().put("role", message.role().name().toLowerCase(Locale.ROOT));
            fact.put("text", message.content().orElse(""));
            fact.put("refusal", message.refusal().orElse(""));
            fact.put("reasoning", message.reasoning().orElse(""));
            fact.put("answers", message.toolCallId().orElse(""));
            message.toolCalls().forEach(call -> fact.withArray("/calls")
                    .addArray()
                    .add(call.id())
                    .add(call.name())
                    .add(call.arguments()));
        }
    }

    private static void usage(ArrayNode into, Usage usage) {
        List.of(
                        usage.inputTokens(),
                        usage.outputTokens(),
                        usage.cacheReadTokens(),
                        usage.cacheWriteTokens(),
                        usage.reasoningTokens())
                .forEach(count -> into.add(count.orElse(null)));
    }
}
