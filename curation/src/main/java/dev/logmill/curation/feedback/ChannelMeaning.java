package dev.logmill.curation.feedback;

import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.util.Optional;

/**
 * What is said by a signal of a channel. Unless it says otherwise, a channel carries what one person thinks of the answer
 * that a signal names.
 */
public interface ChannelMeaning {
    /** The meaning of a channel. */
    static ChannelMeaning of(SignalChannel channel) {
        return Channels.valueOf(channel.name()).meaning();
    }

    /** What one signal weighs where the configuration names no weight of the channel, clean observations. */
    double weight();

    /** How good a signal says that its aim was, 0 bad to 1 good. Nothing, or a figure outside that scale, is no evidence. */
    Optional<Double> good(Signal signal, Aim aim);

    /** How much of its channel's weight a signal has, 0 to 1. */
    default double share(Signal signal, Aim aim) {
        return 1;
    }

    /** How good the run's own log says through this channel that a step was, without a signal; on the same scale. */
    default Optional<Double> logged(Provenance step) {
        return Optional.empty();
    }

    /** Whether it can say good as well as bad, so that what it says of many answers is a fair picture of them. */
    default boolean judges() {
        return false;
    }

    /**
     * Whether it tells how a task came out. That is nobody's opinion: whoever reports it, it counts once a task and beside
     * what people think. A signal tells it better than the run's own log; and it also says something, by the configured
     * credit, of the steps that led there.
     */
    default boolean isResult() {
        return false;
    }

    /** Where there is a better answer than the one that a signal is about, unless it calls that good; it makes a preference. */
    default Optional<BetterAnswer> better() {
        return Optional.empty();
    }
}
