package dev.logmill.curation.feedback;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.trace.SignalChannel;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the signals about a pair add up to, as of a night: one row of table {@code labels}. */
public record Label(
        @Doc("The pair") String pairId,
        @Doc("The night") LocalDate asOf,
        @Doc("The agent") String agent,

        @Doc("Probability that the pair is good: posterior mean")
        double probability,

        @Doc("Lower end of the 90 % credible interval") double lower,
        @Doc("Upper end of the 90 % credible interval") double upper,

        @Doc("Effective sample size: what the signals weigh, in clean observations")
        double effectiveSize,

        @Doc(
                "Observations that count: signals that stand, of what one person says of one run in several channels one, failed tools, logged outcomes")
        int signals,

        @Doc("Times that the pair was produced") int occurrences,
        @Doc("Channels that spoke, sorted") List<String> channels,

        @Doc("The label before this one was on the other side of one half")
        boolean flipped,

        @Doc("Probability of the label before this one") Optional<Double> previous,

        @Doc("The scoring that gave it; grows by one a scoring")
        long batch) {
    public Label {
        channels = List.copyOf(channels);
    }

    /** A channel as labels name it. */
    public static String name(SignalChannel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
