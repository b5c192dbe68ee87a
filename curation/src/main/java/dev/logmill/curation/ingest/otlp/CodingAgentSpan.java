package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.EpochUnit;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolUse;
import dev.logmill.curation.trace.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The span that an event of a coding agent's telemetry tells. All that came of one prompt is a trace, below the prompt; Codex names
 * the conversation alone. What was said is not among what is told, but for prompts and tools where their users let it be.
 */
record CodingAgentSpan(RawRecord raw, JsonNode record, CodingAgentEvent event) {
    /** What is read, and what names people, their machines and firms. */
    private static final Pattern NOT_KEPT = Pattern.compile(
            "(user|organization|session|conversation|host|event)\\..*|prompt(\\.id)?|model|.*_tokens|.*_token_count|cost_usd|duration_ms"
                    + "|tool_name|tool_use_id|call_id|tool_input|tool_parameters|arguments|output|error.*|success|client_request_id");

    private static final String WITHHELD = "<REDACTED>";
    private static final int LONGEST_KEPT = 256;

    Span span() {
        Optional<String> session = event.first("session.id", "conversation.id");
        Optional<String> prompt = event.first("prompt.id");
        String made = MadeId.of("event", raw.digest());
        String trace = Carried.traceId(record)
                .flatMap(SpanIds::of)
                .or(() -> prompt)
                .or(() -> session)
                .orElse(made);
        Optional<String> around = Carried.spanId(record).flatMap(SpanIds::of);
        String id = event.isPrompt() ? prompt.orElse(made) : made;
        Optional<Instant> ended = ended();
        Optional<Instant> started = event.isPrompt()
                ? ended
                : ended.flatMap(end -> event.count("duration_ms").map(took -> end.minus(Duration.ofMillis(took))));
        SpanBuilder span = Span.of(raw.source(), trace, id, kind(prompt))
                .parentSpanId(around.or(() -> prompt).filter(parent -> !parent.equals(id)))
                .name(event.agent() + "." + event.name())
                .agent(event.isPrompt() ? Optional.of(event.agentName()) : Optional.empty())
                .sessionId(session)
                .subject(event.first("user.account_uuid", "user.account_id", "user.email", "user.id"))
                .startedAt(started)
                .endedAt(event.isPrompt() ? Optional.empty() : ended)
                .attributes(kept());
        if (ended.isEmpty()) {
            span.note(Fidelity.MISSING_TIME);
        }
        tell(span);
        Optional<Failure> failure = event.error().map(this::failure);
        return span.failure(failure)
                .status(failure.isPresent() ? Status.ERROR : event.isPrompt() ? Status.UNSET : Status.OK)
                .build();
    }

    private SpanKind kind(Optional<String> prompt) {
        if (event.isPrompt()) {
            return prompt.isPresent() ? SpanKind.AGENT : SpanKind.CHAIN;
        }
        return event.isTool() ? SpanKind.TOOL : SpanKind.LLM;
    }

    private Optional<Instant> ended() {
        return Stream.of("timeUnixNano", "time_unix_nano", "observedTimeUnixNano", "observed_time_unix_nano")
                .map(record::path)
                .filter(time -> !time.asText().equals("0"))
                .flatMap(time -> Timestamps.epoch(time, EpochUnit.NANOS).stream())
                .filter(Timestamps::isPlausible)
                .findFirst()
                .or(() -> Timestamps.iso(event.told().path("event.timestamp")).filter(Timestamps::isPlausible));
    }

    private void tell(SpanBuilder span) {
        if (event.isPrompt()) {
            Optional<String> said = event.first("prompt").filter(text -> !text.equals(WITHHELD));
            said.ifPresentOrElse(
                    text -> span.messagesIn(List.of(Message.of(Role.USER, text))),
                    () -> span.note(Fidelity.MISSING_MESSAGES));
        } else if (event.isTool()) {
            span.toolUse(Optional.of(new ToolUse(
                    event.first("tool_name").orElse(""),
                    event.first("tool_use_id", "call_id"),
                    event.first("tool_input", "tool_parameters", "arguments"),
                    event.first("output"))));
        } else {
            span.model(Optional.of(new Model(
                            Optional.empty(),
                            event.first("model"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())))
                    .usage(usage())
                    .costUsd(event.first("cost_usd")
                            .filter(text -> text.matches("\\d{1,9}(\\.\\d{1,18})?"))
                            .map(Double::valueOf))
                    .note(Fidelity.MISSING_MESSAGES);
        }
    }

    /** Claude Code counts what comes from its cache and goes there beside the input, Codex within it. */
    private Optional<Usage> usage() {
        Optional<Long> read = event.count("cache_read_tokens", "cached_token_count");
        Optional<Long> written = event.count("cache_creation_tokens", "cache_write_token_count");
        Optional<Long> input = event.count("input_tokens")
                .map(tokens -> tokens + read.orElse(0L) + written.orElse(0L))
                .or(() -> event.count("input_token_count"));
        Optional<Long> output = event.count("output_tokens", "output_token_count");
        return input.isEmpty() && output.isEmpty()
                ? Optional.empty()
                : Optional.of(new Usage(input, output, read, written, event.count("reasoning_token_count")));
    }

    private Failure failure(String said) {
        String type = event.isTool()
                ? "tool_error"
                : event.status().map(code -> "http_" + code).orElse("error");
        return new Failure(type, Optional.of(said));
    }

    private String kept() {
        ObjectNode kept = Json.MAPPER.createObjectNode();
        event.told().properties().stream()
                .filter(field -> !NOT_KEPT.matcher(field.getKey()).matches())
                .filter(field -> field.getValue().isValueNode()
                        && field.getValue().asText().length() <= LONGEST_KEPT)
                .forEach(field -> kept.set(field.getKey(), field.getValue()));
        return Json.canonical(kept);
    }
}
