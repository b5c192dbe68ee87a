package dev.logmill.curation.feedback;

import java.util.Optional;

/** Someone, or a model, says by a value how good the answer was. */
record Appraisal(double weight) implements ChannelMeaning {
    @Override
    public Optional<Double> good(Optional<Double> value) {
        return value;
    }

    @Override
    public boolean judges() {
        return true;
    }
}
