package dev.logmill.curation.ingest.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.CutMarks;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The spans of one run of a session: an agent span, an llm span for each answer, a tool span for each call with a result.
 *
 * <p>An llm span holds what the model was told since the answer that it goes on from, and continues that one: a session is
 * a tree, for a person may go back and say something else. Ids are the log's, so that a session that has grown replaces
 * what it was; its version is its last word, and the more it says the later it is.
 */
final class SessionSpans {
    private final Span run;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Span> spans = new ArrayList<>();

    /** By answer: the calls known to have failed when it was given, for all that the model was told before is told it again. */
    private final Map<String, Set<String>> failedBefore = new HashMap<>();

    private SessionSpans(Span run, List<Entry> entries) {
        this.run = run;
        entries.forEach(entry -> this.entries.put(entry.id(), entry));
    }

    /**
     * The spans of a run, itself first.
     *
     * @param run with ids and names
     * @param entries all that was said in it, in the order of the log
     */
    static List<Span> of(SpanBuilder run, List<Entry> entries) {
        Optional<Instant> first =
                entries.stream().flatMap(entry -> entry.time().stream()).min(Instant::compareTo);
        Optional<Instant> last =
                entries.stream().flatMap(entry -> entry.time().stream()).max(Instant::compareTo);
        run.startedAt(first)
                .endedAt(last)
                .versionAt(last.orElse(Instant.EPOCH).plus(entries.size(), ChronoUnit.MICROS));
        if (first.isEmpty()) {
            run.note(Fidelity.MISSING_TIME);
        }
        return new SessionSpans(run.build(), entries).made();
    }

    private List<Span> made() {
        SpanBuilder whole = run.toBuilder();
        List<Message> begun = new ArrayList<>();
        boolean answered = false;
        Optional<Entry> last = Optional.empty();
        for (Entry entry : entries.values()) {
            entry.notes().forEach(whole::note);
            answered |= entry.isAnswer();
            if (!answered) {
                begun.addAll(entry.messages());
            }
            if (entry.isAnswer()) {
                answer(entry);
            } else {
                results(entry);
            }
            last = Optional.of(entry);
        }
        whole.messagesIn(begun)
                .messagesOut(last.filter(Entry::isAnswer).map(Entry::messages).orElse(List.of()));
        spans.add(0, whole.build());
        return spans;
    }

    private void answer(Entry answer) {
        List<Entry> told = new ArrayList<>();
        Optional<Entry> before = answerBefore(answer, told);
        before.ifPresent(earlier -> addResults(earlier, answer, told));
        List<Message> in =
                told.stream().flatMap(entry -> entry.messages().stream()).toList();
        SpanBuilder span = below(SpanKind.LLM, answer.id())
                .continuesSpanId(before.map(Entry::id))
                .startedAt(
                        told.isEmpty()
                                ? answer.time()
                                : told.get(told.size() - 1).time())
                .endedAt(answer.time())
                .model(answer.model())
                .usage(answer.usage())
                .messagesIn(in)
                .messagesOut(answer.messages())
                .status(answer.failure().isPresent() ? Status.ERROR : Status.OK)
                .failure(answer.failure())
                .attributes(withFailedCalls(answer.attributes(), failed(answer, before, told)));
        CutMarks.note(span, in, answer.messages());
        told.forEach(entry -> entry.notes().forEach(span::note));
        answer.notes().forEach(span::note);
        boolean silent = answer.messages().isEmpty() && answer.failure().isEmpty();
        if (silent || (in.isEmpty() && before.isEmpty())) {
            span.note(Fidelity.MISSING_MESSAGES);
        }
        spans.add(span.build());
    }

    /** The calls whose results the model was told to have failed, be it now or before an earlier answer. */
    private Set<String> failed(Entry answer, Optional<Entry> before, List<Entry> told) {
        Set<String> failed =
                new LinkedHashSet<>(before.map(Entry::id).map(failedBefore::get).orElse(Set.of()));
        told.forEach(entry -> entry.failedCalls().stream().sorted().forEach(failed::add));
        failedBefore.put(answer.id(), failed);
        return failed;
    }

    /** Under the name that all dialects have for them. */
    private static String withFailedCalls(String attributes, Set<String> failed) {
        if (failed.isEmpty()) {
            return attributes;
        }
        ObjectNode named = Json.MAPPER.createObjectNode();
        Json.container(attributes)
                .ifPresent(kept -> kept.properties().forEach(field -> named.set(field.getKey(), field.getValue())));
        failed.forEach(named.putArray("tool_errors")::add);
        return Json.canonical(named);
    }

    /** The nearest answer before an entry; {@code told} takes what lies between, oldest first. */
    private Optional<Entry> answerBefore(Entry entry, List<Entry> told) {
        Set<String> seen = new HashSet<>(Set.of(entry.id()));
        Optional<Entry> at = entry.after().map(entries::get);
        while (at.isPresent() && !at.get().isAnswer() && seen.add(at.get().id())) {
            told.add(0, at.get());
            at = at.get().after().map(entries::get);
        }
        return at.filter(Entry::isAnswer).filter(answer -> !answer.id().equals(entry.id()));
    }

    /** Results of calls made side by side lie side by side: the line that leads back passes only one of them. */
    private void addResults(Entry earlier, Entry answer, List<Entry> told) {
        List<Entry> all = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.id().equals(answer.id())) {
                break;
            }
            if (told.contains(entry) || (!entry.isAnswer() && entry.answersCallOf(earlier))) {
                all.add(entry);
            }
        }
        told.clear();
        told.addAll(all);
    }

    private void results(Entry entry) {
        Optional<Entry> answer = answerBefore(entry, new ArrayList<>());
        for (Message message : entry.messages()) {
            String id = message.toolCallId().orElse("");
            answer.stream()
                    .filter(found -> message.role() == Role.TOOL)
                    .flatMap(found -> found.messages().stream())
                    .flatMap(said -> said.toolCalls().stream())
                    .filter(call -> call.id().equals(id))
                    .findFirst()
                    .ifPresent(call -> spans.add(result(entry, answer.flatMap(Entry::time), call, message)));
        }
    }

    private Span result(Entry entry, Optional<Instant> called, ToolCall call, Message result) {
        boolean failed = entry.failedCalls().contains(call.id());
        String id = call.id().isBlank() ? entry.id() + "/" + call.name() : call.id();
        SpanBuilder span = below(SpanKind.TOOL, id);
        if (!result.media().isEmpty()) {
            span.note(Fidelity.MULTIMODAL);
        }
        return span.name(call.name())
                .startedAt(called)
                .endedAt(entry.time())
                .status(failed ? Status.ERROR : Status.OK)
                .failure(failed ? Optional.of(new Failure("tool_error", result.content())) : Optional.empty())
                .toolUse(Optional.of(new ToolUse(
                        call.name(), Optional.of(call.id()), Optional.of(call.arguments()), Brought.by(result))))
                .build();
    }

    private SpanBuilder below(SpanKind kind, String id) {
        return Span.of(run.source(), run.traceId(), id, kind)
                .parentSpanId(Optional.of(run.spanId()))
                .agent(run.agent())
                .agentVersion(run.agentVersion())
                .sessionId(run.sessionId())
                .sequence(spans.size() + 1)
                .versionAt(run.versionAt());
    }
}
