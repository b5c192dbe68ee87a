package dev.logmill.curation.feedback;

import java.util.Optional;

/** Someone wrote what the answer should have been: it was not good enough, whatever it was near. */
record Correction(double weight) implements ChannelMeaning {
    @Override
    public Optional<Double> good(Optional<Double> value) {
        return Optional.of(0.0);
    }

    @Override
    public Optional<BetterAnswer> better() {
        return Optional.of(BetterAnswer.WRITTEN);
    }
}
