package dev.logmill.curation.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Usage;
import java.util.Locale;
import java.util.stream.Stream;

/** Spans and signals as short JSON that a person can read: what is absent is left out. */
public final class SpanText {
    private SpanText() {}

    public static ObjectNode of(Span span) {
        ObjectNode text = Json.MAPPER.createObjectNode();
        text.put("span", span.spanId());
        span.parentSpanId().ifPresent(parent -> text.put("parent", parent));
        text.put("kind", word(span.kind())).put("name", span.name()).put("status", word(span.status()));
        span.agent().ifPresent(agent -> text.put("agent", agent));
        span.agentVersion().ifPresent(version -> text.put("agent_version", version));
        span.sessionId().ifPresent(session -> text.put("session", session));
        span.subject().ifPresent(user -> text.put("user", user));
        span.startedAt().ifPresent(start -> text.put("start", start.toString()));
        span.endedAt().ifPresent(end -> text.put("end", end.toString()));
        span.failure()
                .ifPresent(failure -> text.put(
                        "failure", failure.type() + ": " + failure.message().orElse("")));
        model(span, text);
        span.messagesIn().forEach(message -> text.withArray("/in").add(of(message)));
        span.messagesOut().forEach(message -> text.withArray("/out").add(of(message)));
        span.tools().forEach(tool -> text.withArray("/tools")
                .add(tool.name() + " " + tool.parameters().orElse("")));
        span.toolUse().ifPresent(use -> text.putArray("tool")
                .add(use.name())
                .add(use.callId().orElse(null))
                .add(use.arguments().orElse(null))
                .add(use.result().orElse(null)));
        span.usage().ifPresent(usage -> text.set("usage", of(usage)));
        span.costUsd().ifPresent(cost -> text.put("cost", cost));
        span.part().ifPresent(part -> text.put("part", part));
        span.fidelity().forEach(flag -> text.withArray("/fidelity").add(flag.name()));
        text.set("attributes", parsed(span.attributes()));
        return text;
    }

    private static void model(Span span, ObjectNode text) {
        span.model().ifPresent(model -> {
            ObjectNode told = text.putObject("model");
            model.provider().ifPresent(provider -> told.put("provider", provider));
            model.requested().ifPresent(requested -> told.put("requested", requested));
            model.responded().ifPresent(responded -> told.put("responded", responded));
            model.responseId().ifPresent(id -> told.put("id", id));
            model.finishReason().ifPresent(finish -> told.put("finish", finish));
            model.parameters().ifPresent(parameters -> told.set("parameters", parsed(parameters)));
        });
    }

    private static String of(Message message) {
        StringBuilder text = new StringBuilder(word(message.role()));
        message.name().ifPresent(name -> text.append(' ').append(name));
        message.toolCallId().ifPresent(id -> text.append(" of ").append(id));
        message.content().ifPresent(content -> text.append(": ").append(content));
        message.reasoning()
                .ifPresent(thought -> text.append(" (").append(thought).append(')'));
        message.toolCalls()
                .forEach(call -> text.append(" -> %s %s%s".formatted(call.id(), call.name(), call.arguments())));
        message.media()
                .forEach(media -> text.append(
                        " [%s %s]".formatted(media.type(), media.uri().orElse(""))));
        return text.toString();
    }

    private static ArrayNode of(Usage usage) {
        ArrayNode counts = Json.MAPPER.createArrayNode();
        Stream.of(
                        usage.inputTokens(),
                        usage.outputTokens(),
                        usage.cacheReadTokens(),
                        usage.cacheWriteTokens(),
                        usage.reasoningTokens())
                .forEach(count -> counts.add(count.orElse(null)));
        return counts;
    }

    public static ObjectNode of(Signal signal) {
        ObjectNode text = Json.MAPPER.createObjectNode().put("signal", word(signal.channel()));
        signal.traceId().ifPresent(trace -> text.put("trace", trace));
        signal.spanId().ifPresent(span -> text.put("of", span));
        signal.sessionId().ifPresent(session -> text.put("session", session));
        signal.value().ifPresent(value -> text.put("value", value));
        signal.text().ifPresent(said -> text.put("text", said));
        signal.eventAt().ifPresent(at -> text.put("at", at.toString()));
        return text;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static JsonNode parsed(String canonical) {
        try {
            return Json.parse(canonical);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(
                    Fields.asText(Json.MAPPER.getNodeFactory().textNode(canonical)), impossible);
        }
    }
}
