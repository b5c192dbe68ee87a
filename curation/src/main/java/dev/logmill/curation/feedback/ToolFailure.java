package dev.logmill.curation.feedback;

import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.trace.Signal;
import java.util.Optional;

/** A tool that the answer called failed: a signal says so, or the run's own log. */
record ToolFailure(double weight) implements ChannelMeaning {
    @Override
    public Optional<Double> good(Signal signal, Aim aim) {
        return Optional.of(0.0);
    }

    @Override
    public Optional<Double> logged(Provenance step) {
        return step.toolFailed() ? Optional.of(0.0) : Optional.empty();
    }
}
