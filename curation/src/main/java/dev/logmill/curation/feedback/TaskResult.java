package dev.logmill.curation.feedback;

import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.trace.Signal;
import java.util.Optional;

/** How the task came out, as a signal or the run's own log tells. */
record TaskResult(double weight) implements ChannelMeaning {
    @Override
    public Optional<Double> good(Signal signal, Aim aim) {
        return signal.value();
    }

    @Override
    public Optional<Double> logged(Provenance step) {
        return step.outcome();
    }

    @Override
    public boolean judges() {
        return true;
    }

    @Override
    public boolean isResult() {
        return true;
    }
}
