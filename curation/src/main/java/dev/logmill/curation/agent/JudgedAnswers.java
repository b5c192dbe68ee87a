package dev.logmill.curation.agent;

import dev.logmill.curation.feedback.ChannelMeaning;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.trace.SignalChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What feedback says of an agent's answers that ended a run.
 *
 * <p>Only answers count that a channel judged which can say good as well as bad. That an answer was asked for again is
 * said of bad ones alone, and of corrections most logs keep those that change something: whoever counted these would find
 * every agent bad.
 *
 * @param answers how many were judged
 * @param good how many of them are good: the sum of their labels' probabilities, each drawn to the prior by its label
 */
public record JudgedAnswers(long answers, double good) {
    public static final JudgedAnswers NONE = new JudgedAnswers(0, 0);

    private static final Set<String> JUDGING = Arrays.stream(SignalChannel.values())
            .filter(channel -> ChannelMeaning.of(channel).judges())
            .map(Label::name)
            .collect(Collectors.toUnmodifiableSet());

    public JudgedAnswers {
        if (!(answers >= 0 && good >= 0 && good <= answers)) {
            throw new IllegalArgumentException(
                    "Of judged answers some are good, were %d and %s".formatted(answers, good));
        }
    }

    /** Whether a label that came through these channels judges. */
    public static boolean judge(List<String> channels) {
        return channels.stream().anyMatch(JUDGING::contains);
    }
}
