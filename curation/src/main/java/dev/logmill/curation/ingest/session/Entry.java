package dev.logmill.curation.ingest.session;

import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing said in a session: what the model was told, or its answer.
 *
 * @param after the entry before it: what was said up to there is what the model knew
 * @param messages of an answer one; none where the call failed
 * @param failedCalls ids of the calls whose results say that the tool failed
 * @param failure why there was no answer
 * @param attributes canonical JSON object of what else the log says
 */
record Entry(
        String id,
        Optional<String> after,
        boolean isAnswer,
        List<Message> messages,
        Optional<Instant> time,
        Optional<Model> model,
        Optional<Usage> usage,
        Set<String> failedCalls,
        Optional<Failure> failure,
        Set<Fidelity> notes,
        String attributes) {
    Entry {
        messages = List.copyOf(messages);
        failedCalls = Set.copyOf(failedCalls);
        notes = Set.copyOf(notes);
    }

    /** What the model was told. */
    static Entry told(
            String id,
            Optional<String> after,
            List<Message> messages,
            Optional<Instant> time,
            Set<String> failedCalls,
            Set<Fidelity> notes) {
        return new Entry(
                id,
                after,
                false,
                messages,
                time,
                Optional.empty(),
                Optional.empty(),
                failedCalls,
                Optional.empty(),
                notes,
                "{}");
    }

    /** The same, with its tokens counted. */
    Entry counted(Optional<Usage> tokens) {
        return new Entry(id, after, isAnswer, messages, time, model, tokens, failedCalls, failure, notes, attributes);
    }

    /** The same, failed for another reason. */
    Entry failed(Failure why) {
        return new Entry(
                id, after, isAnswer, messages, time, model, usage, failedCalls, Optional.of(why), notes, attributes);
    }

    /** Whether it brings the result of a call of an answer. */
    boolean answersCallOf(Entry answer) {
        return messages.stream()
                .flatMap(message -> message.toolCallId().stream())
                .anyMatch(answer::calls);
    }

    private boolean calls(String id) {
        return messages.stream()
                .flatMap(message -> message.toolCalls().stream())
                .anyMatch(call -> call.id().equals(id));
    }
}
