package dev.logmill.curation.feedback;

import java.util.Optional;

/** Someone took the answer along: good, unless the log says how much of it. */
record Copy(double weight) implements ChannelMeaning {
    @Override
    public Optional<Double> good(Optional<Double> value) {
        return value.or(() -> Optional.of(1.0));
    }
}
