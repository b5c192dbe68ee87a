package dev.logmill.curation.run;

import dev.logmill.curation.trace.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each step of a run sent, whole again; the steps share what they have in common. */
public final class RunConversation {
    private final List<MessageChain> inputs;
    private final List<Step> steps;

    /** The conversation of a run's steps. */
    public RunConversation(Run run) {
        steps = run.steps();
        inputs = new ArrayList<>(steps.size());
        MessageChain previous = MessageChain.EMPTY;
        for (Step step : steps) {
            MessageChain input = previous.first(step.shared()).plus(step.added());
            inputs.add(input);
            previous = withAnswer(input, step.output());
        }
    }

    /** How many steps the run has. */
    public int steps() {
        return inputs.size();
    }

    /** The messages that a step sent. */
    public MessageChain input(int step) {
        return inputs.get(step);
    }

    /** The answer that counts, where the step has one. */
    public Optional<Message> answer(int step) {
        return steps.get(step).output().stream().findFirst();
    }

    /** A step's input followed by the answer that counts: what the next step's {@code shared} counts in. */
    static MessageChain withAnswer(MessageChain input, List<Message> output) {
        return output.isEmpty() ? input : input.plus(output.get(0));
    }
}
