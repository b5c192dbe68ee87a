package dev.logmill.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Inputs that were asked before in this night, which somebody now and then asks again word by word. */
final class Earlier {
    private static final double AGAIN = 0.004;
    private static final int REMEMBERED = 500;

    private final List<Input> inputs = new ArrayList<>();

    /** An input and the trace that had it first. */
    record Input(SimulatedAgent agent, int version, Asked asked, String trace) {}

    void add(Input input) {
        // What is personal stays one person's, and a talk stays one session's.
        boolean shareable = !input.asked().personal() && input.agent() != SimulatedAgent.ASSISTANT;
        if (shareable && inputs.size() < REMEMBERED) {
            inputs.add(input);
        }
    }

    Optional<Input> again(Dice dice) {
        return !inputs.isEmpty() && dice.chance(AGAIN) ? Optional.of(dice.of(inputs)) : Optional.empty();
    }
}
