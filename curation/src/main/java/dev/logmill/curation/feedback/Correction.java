package dev.logmill.curation.feedback;

import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Wording;
import dev.logmill.curation.trace.Signal;
import java.util.Optional;

/**
 * Someone wrote what the answer should have been: it was not good enough, whatever it was near. Where they wrote what it
 * said, they kept it: many log the text that was sent in the end, changed or not.
 */
record Correction(double weight) implements ChannelMeaning {
    /** Of the default weight, what a thumb weighs: to keep an answer says no more, and must not drown a thumb down. */
    private static final double KEPT = 1.0 / 3;

    @Override
    public Optional<Double> good(Signal signal, Aim aim) {
        return Optional.of(keeps(signal, aim) ? 1.0 : 0.0);
    }

    @Override
    public double share(Signal signal, Aim aim) {
        return keeps(signal, aim) ? KEPT : 1;
    }

    @Override
    public Optional<BetterAnswer> better() {
        return Optional.of(BetterAnswer.WRITTEN);
    }

    /** Of several answers, such as a step's and what its agent made of it, the person saw the one that they kept. */
    private static boolean keeps(Signal signal, Aim aim) {
        Optional<String> written = signal.text().map(Wording::of);
        return aim.edges().stream().filter(aim::hits).map(Provenance::wording).anyMatch(said -> written.filter(
                        said::equals)
                .isPresent());
    }
}
