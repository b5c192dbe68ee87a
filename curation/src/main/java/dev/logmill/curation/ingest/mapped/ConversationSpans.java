package dev.logmill.curation.ingest.mapped;

import dev.logmill.curation.ingest.message.CutMarks;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The spans below a conversation's run, made in one walk over its turns: an llm span for each answer, a tool span for
 * each call that got a result.
 */
final class ConversationSpans {
    private final Span run;
    private final List<Tool> tools;
    private final Model model;
    private final List<Span> spans = new ArrayList<>();
    private final List<Message> since = new ArrayList<>();
    private final Set<Fidelity> notes = EnumSet.noneOf(Fidelity.class);
    private final List<ToolCall> open = new ArrayList<>();
    private Optional<String> previous = Optional.empty();
    private Optional<Instant> before = Optional.empty();

    ConversationSpans(Span run, List<Tool> tools, Model model) {
        this.run = run;
        this.tools = tools;
        this.model = model;
    }

    List<Span> spans(List<Turn> turns) {
        for (Turn turn : turns) {
            if (turn.isAnswer()) {
                answer(turn);
            } else {
                result(turn);
                since.add(turn.message());
                notes.addAll(turn.fidelity());
            }
            before = turn.time().or(() -> before);
        }
        return spans;
    }

    private void answer(Turn turn) {
        SpanBuilder step = below(SpanKind.LLM, turn)
                .continuesSpanId(previous)
                .messagesIn(since)
                .messagesOut(List.of(turn.message()))
                .tools(tools)
                .usage(turn.usage())
                .status(turn.failure().isPresent() ? Status.ERROR : Status.UNSET)
                .failure(turn.failure())
                .model(ModelFields.ended(model, turn.finish()));
        notes.addAll(turn.fidelity());
        notes.forEach(step::note);
        CutMarks.note(step, since, List.of(turn.message()));
        Span made = step.build();
        spans.add(made);
        previous = Optional.of(made.spanId());
        since.clear();
        notes.clear();
        open.clear();
        open.addAll(turn.message().toolCalls());
    }

    /** Ids may repeat from turn to turn, so a result answers a call of the answer before it. */
    private void result(Turn turn) {
        Optional<ToolCall> answered =
                turn.message().role() == Role.TOOL ? answered(turn.message().toolCallId()) : Optional.empty();
        if (answered.isEmpty()) {
            return;
        }
        ToolCall call = answered.get();
        open.remove(call);
        spans.add(below(SpanKind.TOOL, turn)
                .name(call.name())
                .status(turn.failure().isPresent() ? Status.ERROR : Status.UNSET)
                .failure(turn.failure())
                .toolUse(Optional.of(new ToolUse(
                        call.name(),
                        Optional.of(call.id()).filter(id -> !id.isEmpty()),
                        Optional.of(call.arguments()),
                        turn.message().content())))
                .build());
    }

    /** By id; where either side has none, in order. A result with the id of no call answers none. */
    private Optional<ToolCall> answered(Optional<String> id) {
        return open.stream()
                .filter(call -> id.isEmpty() || call.id().isEmpty() || call.id().equals(id.get()))
                .findFirst();
    }

    private SpanBuilder below(SpanKind kind, Turn turn) {
        int sequence = spans.size() + 1;
        return Span.of(run.source(), run.traceId(), run.spanId() + "/" + sequence, kind)
                .project(run.project())
                .parentSpanId(Optional.of(run.spanId()))
                .agent(run.agent())
                .agentVersion(run.agentVersion())
                .sessionId(run.sessionId())
                .subject(run.subject())
                .groupId(run.groupId())
                .startedAt(turn.time().isPresent() ? before.or(turn::time) : run.startedAt())
                .endedAt(turn.time())
                .sequence(sequence)
                .status(Status.UNSET)
                .versionAt(run.versionAt());
    }
}
