package dev.logmill.curation.pair;

import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.RunConversation;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether a run is a job besides its steps: its agent span logs an input or an answer that they do not show. */
record OwnJob(Run run, RunConversation conversation) {
    /** Whether it logs one beside its calls, failed attempts that were repeated left out. */
    boolean isLogged(List<Candidate> calls) {
        if (run.output().isEmpty() || run.input().isEmpty() || !isFunctionOfItsInput()) {
            return false;
        }
        if (calls.isEmpty()) {
            return run.steps().isEmpty();
        }
        Candidate first = calls.get(0);
        boolean sameInput = withoutSystem(run.input())
                .equals(withoutSystem(conversation.input(first.step()).messages()));
        Optional<Message> answer =
                conversation.answer(calls.get(calls.size() - 1).step());
        if (calls.size() == 1 && answer.isPresent() && isWrapped(first, answer.get())) {
            return false;
        }
        boolean sameAnswer = answer.filter(message -> message.toolCalls().isEmpty())
                .map(message -> message.content().equals(run.output().flatMap(Message::content)))
                .orElse(false);
        return !sameInput || !sameAnswer;
    }

    private boolean isWrapped(Candidate call, Message answer) {
        return WrappedExchange.isAsked(withoutSystem(run.input()), call.input())
                && run.output()
                        .filter(outer -> WrappedExchange.isAnswered(outer, answer))
                        .isPresent();
    }

    /**
     * What tools, retrievers and other agents bring in between is in the answer and not in the input: a job would teach to
     * make it up.
     */
    boolean isFunctionOfItsInput() {
        return run.toolsUsed().isEmpty()
                && !callsTools()
                && run.steps().stream().noneMatch(step -> step.fidelity().contains(Fidelity.PROVIDER_TOOLS))
                && Stream.of(run.decisionPath().split(" > ", -1))
                        .noneMatch(station -> station.startsWith("retriever:") || station.startsWith("agent:"));
    }

    /** A tool that was called has told something, logged or not. A run whose answer is the call itself has no other output. */
    private boolean callsTools() {
        return IntStream.range(0, conversation.steps())
                .mapToObj(conversation::answer)
                .anyMatch(answer ->
                        answer.filter(message -> !message.toolCalls().isEmpty()).isPresent());
    }

    private static List<Message> withoutSystem(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.role() != Role.SYSTEM && message.role() != Role.DEVELOPER)
                .toList();
    }
}
