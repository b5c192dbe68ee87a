package dev.logmill.curation.feedback;

import dev.logmill.curation.trace.Signal;
import java.util.Optional;

/** Someone asked the same again, for another answer. */
record Regeneration(double weight) implements ChannelMeaning {
    @Override
    public Optional<Double> good(Signal signal, Aim aim) {
        return Optional.of(0.0);
    }

    @Override
    public Optional<BetterAnswer> better() {
        return Optional.of(BetterAnswer.ANSWERED_LATER);
    }
}
