package dev.logmill.curation.feedback;

import dev.logmill.curation.trace.Signal;
import java.util.Optional;

/** Someone took the answer along: good, unless the log says how much of it. */
record Copy(double weight) implements ChannelMeaning {
    @Override
    public Optional<Double> good(Signal signal, Aim aim) {
        return signal.value().or(() -> Optional.of(1.0));
    }
}
