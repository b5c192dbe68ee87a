package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A log record that Claude Code ({@code claude_code.api_request}) or Codex ({@code codex.sse_event}) writes as its telemetry.
 *
 * @param agent what its name begins with
 * @param name the rest of its name
 * @param told its attributes
 */
record CodingAgentEvent(String agent, String name, ObjectNode told) {
    static final String CLAUDE_CODE = "claude_code";
    static final String CODEX = "codex";

    private static final Set<String> CALLS = Set.of("api_request", "api_error");

    /** The event of a log record; nothing where it is of neither. Newer ones have their whole name in the body alone. */
    static Optional<CodingAgentEvent> of(String name, JsonNode record) {
        JsonNode body = AttributeValues.value(record.path("body"));
        return Stream.of(name, body.isTextual() ? body.textValue() : "")
                .flatMap(written -> Stream.of(CLAUDE_CODE, CODEX)
                        .filter(agent -> written.startsWith(agent + "."))
                        .map(agent -> new CodingAgentEvent(
                                agent,
                                written.substring(agent.length() + 1),
                                AttributeValues.of(record.path("attributes")))))
                .findFirst();
    }

    /** What users call the agent. */
    String agentName() {
        return agent.replace('_', '-');
    }

    /** Whether it tells a call of a model: Codex tells its tokens with the end of the stream, and a request that failed by itself. */
    boolean isCall() {
        if (agent.equals(CLAUDE_CODE)) {
            return CALLS.contains(name);
        }
        boolean ended =
                name.equals("sse_event") && Fields.word(told, "event.kind").equals("response.completed");
        return ended || (Stream.of("sse_event", "api_request").anyMatch(name::equals) && error().isPresent());
    }

    boolean isTool() {
        return name.equals("tool_result");
    }

    boolean isPrompt() {
        return name.equals("user_prompt");
    }

    /** Whether it tells something that a span is of. */
    boolean speaks() {
        return isCall() || isTool() || isPrompt();
    }

    /** What went wrong, where something did. */
    Optional<String> error() {
        Optional<String> said = first("error.message", "error");
        boolean failed = Fields.word(told, "success").equals("false") || name.equals("api_error");
        return said.or(() -> status().filter(code -> code >= 400).map(code -> "HTTP " + code))
                .or(() -> failed ? first("error_type").or(() -> Optional.of("failed")) : Optional.empty());
    }

    /** The HTTP status of the call. */
    Optional<Integer> status() {
        return first("http.response.status_code", "status_code", "status")
                .filter(code -> code.matches("[1-5]\\d\\d"))
                .map(Integer::valueOf);
    }

    /** The first of some attributes that is there and not blank. */
    Optional<String> first(String... names) {
        return Stream.of(names)
                .flatMap(field -> Fields.filled(told, field).stream())
                .findFirst();
    }

    /** A count, which may be written as a text. */
    Optional<Long> count(String... names) {
        return first(names).filter(text -> text.matches("\\d{1,15}")).map(Long::valueOf);
    }
}
