package dev.logmill.curation.ingest.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.ObjectForm;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.object.SessionForm;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Session files of Claude Code, the {@code .jsonl} below {@code ~/.claude/projects}: a line an event, a file a session. Nobody
 * publishes the format; this is what files of versions 1 and 2 hold.
 *
 * <p>A session is a trace, and a run of agent {@code claude-code}; each subagent (a sidechain, in the file or in one of its
 * own) is a run of agent {@code claude-code-subagent} below the call that started it. The system prompt and the tools that
 * were offered are not in these files.
 */
public final class ClaudeCodeLog implements Dialect {
    private static final String AGENT = "claude-code";
    private static final String SUBAGENT = "claude-code-subagent";

    @Override
    public ObjectForm form(String name) {
        return new SessionForm();
    }

    @Override
    public String disguised(String object, UnaryOperator<String> keyed) {
        return Session.disguised(object, keyed);
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        ClaudeCodeLines lines = new ClaudeCodeLines();
        for (JsonNode line : record.body()) {
            lines.take(line);
        }
        JsonNode last = lines.last()
                .orElseThrow(
                        () -> new UnreadableRecord(
                                QuarantineReason.UNKNOWN_SHAPE,
                                "no session of Claude Code: no line of type user or assistant with uuid, sessionId and message"));
        String session = Fields.word(last, "sessionId");
        String trace = MadeId.of("claude-code", session);
        Map<String, List<Entry>> runs = lines.runs();
        List<Span> spans = new ArrayList<>();
        for (Map.Entry<String, List<Entry>> run : runs.entrySet()) {
            boolean isMain = run.getKey().isEmpty();
            SpanBuilder agent = Span.of(record.source(), trace, isMain ? trace : run.getKey(), SpanKind.AGENT)
                    .name(lines.title().filter(title -> isMain).orElse(""))
                    .agent(Optional.of(isMain ? AGENT : SUBAGENT))
                    .agentVersion(Fields.filled(last, "version"))
                    .sessionId(Optional.of(session))
                    .attributes(Json.canonical(
                            Session.attributes(last, "gitBranch", "entrypoint", "userType", "permissionMode")));
            if (!isMain) {
                agent.parentSpanId(Optional.of(
                        caller(run.getKey(), run.getValue(), lines, runs).orElse(trace)));
            }
            spans.addAll(SessionSpans.of(agent, run.getValue()));
        }
        return new Reading.Read(spans, List.of());
    }

    /** The call that started a subagent: the one whose result names it, or that was given the prompt that it begins with. */
    private static Optional<String> caller(
            String subagent, List<Entry> said, ClaudeCodeLines lines, Map<String, List<Entry>> runs) {
        Optional<String> prompt = said.stream()
                .flatMap(entry -> entry.messages().stream())
                .findFirst()
                .flatMap(Message::content);
        return lines.callerOf(subagent).or(() -> runs.getOrDefault("", List.of()).stream()
                .flatMap(entry -> entry.messages().stream())
                .flatMap(message -> message.toolCalls().stream())
                .filter(call ->
                        prompt.filter(text -> text.equals(promptOf(call))).isPresent())
                .map(ToolCall::id)
                .findFirst());
    }

    private static String promptOf(ToolCall call) {
        return Json.container(call.arguments())
                .map(arguments -> Fields.word(arguments, "prompt"))
                .orElse("");
    }
}
