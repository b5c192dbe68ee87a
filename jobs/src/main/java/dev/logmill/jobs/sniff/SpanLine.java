package dev.logmill.jobs.sniff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import dev.logmill.curation.trace.Usage;
import dev.logmill.eval.suite.ChatJson;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A span as one line of JSON: its messages in the words of OpenAI's chat completions, an executed call as messages too. */
final class SpanLine {
    private SpanLine() {}

    /**
     * The line of a span.
     *
     * @param input all that went in, also what the span's own record leaves to others
     * @param signals those about it
     */
    static ObjectNode of(String dialect, Span span, List<Message> input, List<Signal> signals) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("dialect", dialect);
        line.put("trace_id", span.traceId());
        line.put("span_id", span.spanId());
        line.put("parent_span_id", span.parentSpanId().orElse(null));
        line.put("kind", word(span.kind()));
        line.put("name", span.name());
        line.put("agent", span.agent().orElse(null));
        line.put(
                "model",
                span.model()
                        .flatMap(model -> model.responded().or(model::requested))
                        .orElse(null));
        Set<String> failed = failedCalls(span);
        messages(line, "messages_in", input.isEmpty() ? asked(span) : input, failed);
        messages(line, "messages_out", span.messagesOut().isEmpty() ? answered(span) : span.messagesOut(), failed);
        ArrayNode tools = line.putArray("tools");
        span.tools().forEach(tool -> tools.add(ChatJson.tool(tool)));
        line.set("usage", span.usage().map(SpanLine::usage).orElse(null));
        line.set("error", span.failure().map(SpanLine::error).orElse(null));
        ArrayNode fidelity = line.putArray("fidelity");
        span.fidelity().forEach(flag -> fidelity.add(word(flag)));
        line.put("finish_reason", span.model().flatMap(Model::finishReason).orElse(null));
        signals(line, signals);
        return line;
    }

    /** The line of signals that are about no span of the same record. */
    static ObjectNode of(String dialect, List<Signal> signals) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("dialect", dialect);
        line.put("trace_id", signals.get(0).traceId().orElse(null));
        line.put("span_id", signals.get(0).spanId().orElse(null));
        signals(line, signals);
        return line;
    }

    private static void messages(ObjectNode line, String field, List<Message> messages, Set<String> failed) {
        ArrayNode array = line.putArray(field);
        for (Message message : messages) {
            ObjectNode json = ChatJson.message(message);
            if (message.toolCallId().filter(failed::contains).isPresent()) {
                json.put("is_error", true);
            }
            array.add(json);
        }
    }

    /** The calls whose results in the messages say that the tool failed, or the span's own. */
    private static Set<String> failedCalls(Span span) {
        Set<String> failed = new HashSet<>();
        span.failure()
                .flatMap(failure -> span.toolUse())
                .flatMap(ToolUse::callId)
                .ifPresent(failed::add);
        if (span.attributes().contains("tool_errors")) {
            Json.container(span.attributes())
                    .ifPresent(told -> told.path("tool_errors").forEach(id -> failed.add(id.asText())));
        }
        return failed;
    }

    private static List<Message> asked(Span span) {
        return span.toolUse().stream()
                .map(use -> Message.calling(List.of(new ToolCall(
                        use.callId().orElse(""), use.name(), use.arguments().orElse("{}")))))
                .toList();
    }

    private static List<Message> answered(Span span) {
        return span.toolUse().flatMap(use -> use.result().map(result -> result(use, result))).stream()
                .toList();
    }

    private static Message result(ToolUse use, String result) {
        return new Message(
                Role.TOOL,
                Optional.of(result),
                Optional.empty(),
                Optional.empty(),
                Optional.of(use.name()),
                use.callId(),
                List.of(),
                List.of());
    }

    private static ObjectNode usage(Usage usage) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        usage.inputTokens().ifPresent(count -> json.put("input_tokens", count));
        usage.outputTokens().ifPresent(count -> json.put("output_tokens", count));
        usage.cacheReadTokens().ifPresent(count -> json.put("cache_read_tokens", count));
        usage.cacheWriteTokens().ifPresent(count -> json.put("cache_write_tokens", count));
        usage.reasoningTokens().ifPresent(count -> json.put("reasoning_tokens", count));
        return json;
    }

    private static ObjectNode error(Failure failure) {
        return Json.MAPPER
                .createObjectNode()
                .put("type", failure.type())
                .put("message", failure.message().orElse(null));
    }

    private static void signals(ObjectNode line, List<Signal> signals) {
        ArrayNode array = line.putArray("signals");
        for (Signal signal : signals) {
            ObjectNode json = array.addObject().put("channel", word(signal.channel()));
            signal.value().ifPresent(value -> json.put("value", value));
            signal.text().ifPresent(text -> json.put("text", text));
            signal.eventAt().ifPresent(time -> json.put("event_at", time.toString()));
            signal.sessionId().ifPresent(session -> json.put("session_id", session));
            json.put("feedback_id", signal.feedbackId());
            if (signal.withdrawn()) {
                json.put("withdrawn", true);
            }
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
