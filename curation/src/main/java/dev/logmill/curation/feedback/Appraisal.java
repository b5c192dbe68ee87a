package dev.logmill.curation.feedback;

import dev.logmill.curation.trace.Signal;
import java.util.Optional;

/** Someone, or a model, says by a value how good the answer was. */
record Appraisal(double weight) implements ChannelMeaning {
    @Override
    public Optional<Double> good(Signal signal, Aim aim) {
        return signal.value();
    }

    @Override
    public boolean judges() {
        return true;
    }
}
