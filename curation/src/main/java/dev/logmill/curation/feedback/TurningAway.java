package dev.logmill.curation.feedback;

import dev.logmill.curation.trace.Signal;
import java.util.Optional;

/** Someone left, or put the question in other words: a sign that the answer did not serve. */
record TurningAway(double weight) implements ChannelMeaning {
    @Override
    public Optional<Double> good(Signal signal, Aim aim) {
        return Optional.of(0.0);
    }
}
