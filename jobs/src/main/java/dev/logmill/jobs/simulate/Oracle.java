package dev.logmill.jobs.simulate;

import java.util.Optional;

/** Knows the right answer to every prompt of the simulation, from the prompt alone. */
final class Oracle {
    /** A prompt that is understood. */
    record Known(Craft craft, ModelReply right) {}

    private Oracle() {}

    static Optional<Known> solve(Chat chat) {
        for (SimulatedAgent agent : SimulatedAgent.values()) {
            if (chat.system().contains(agent.craft().mark())) {
                return agent.craft().solve(chat).map(right -> new Known(agent.craft(), right));
            }
        }
        return Optional.empty();
    }
}
