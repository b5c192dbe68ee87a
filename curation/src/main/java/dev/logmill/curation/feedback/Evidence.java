package dev.logmill.curation.feedback;

import dev.logmill.curation.trace.SignalChannel;
import java.util.Optional;

/**
 * One observation about one pair.
 *
 * @param channel where it comes from
 * @param subject who gave it; nobody where it is a task's result, whoever reported that
 * @param target what it is about; observations of one person about one target say one thing, not several
 * @param good how good it says the pair is, 0 to 1
 * @param weight clean observations that it is worth
 */
public record Evidence(SignalChannel channel, Optional<String> subject, String target, double good, double weight) {
    public Evidence {
        if (!(good >= 0 && good <= 1 && weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Evidence must be good from 0 to 1 and weigh 0 or more, was %s and %s".formatted(good, weight));
        }
        subject = ChannelMeaning.of(channel).isResult() ? Optional.empty() : subject;
    }
}
