package dev.logmill.curation.feedback;

import dev.logmill.curation.trace.SignalChannel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What signals weigh.
 *
 * @param priorMean how good an answer is expected to be before anybody spoke, in (0, 1)
 * @param priorStrength how many clean observations that expectation is worth
 * @param perSubject the most that one person's signals about one pair weigh together, clean observations
 * @param credit share of a run's outcome that is given to steps before the last
 * @param weights what one signal of a channel weighs, clean observations, by channel in kebab case; a channel that is
 *     not named keeps its default
 */
public record LabelConfig(
        double priorMean, double priorStrength, double perSubject, double credit, Map<String, Double> weights)
        implements Serializable {
    public LabelConfig {
        weights = new TreeMap<>(weights);
    }

    public static LabelConfig defaults() {
        return new LabelConfig(0.7, 2, 5, 0.3, Map.of());
    }

    /** What one signal of a channel weighs. */
    public double weight(SignalChannel channel) {
        Double own = weights.get(key(channel));
        return own == null ? ChannelMeaning.of(channel).weight() : own;
    }

    /** What is wrong with it, each with its key and what would be right. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        if (!(priorMean > 0 && priorMean < 1)) {
            problems.add("%sprior-mean must be between 0 and 1, was %s".formatted(prefix, priorMean));
        }
        if (!(priorStrength > 0 && priorStrength < Double.POSITIVE_INFINITY)) {
            problems.add("%sprior-strength must be a number above 0, was %s".formatted(prefix, priorStrength));
        }
        if (!(perSubject > 0)) {
            problems.add("%sper-subject must be more than 0, was %s".formatted(prefix, perSubject));
        }
        if (!(credit >= 0 && credit <= 1)) {
            problems.add("%scredit must be in [0, 1], was %s".formatted(prefix, credit));
        }
        List<String> channels = new ArrayList<>();
        for (SignalChannel channel : SignalChannel.values()) {
            channels.add(key(channel));
        }
        weights.forEach((channel, weight) -> {
            if (!channels.contains(channel)) {
                problems.add("%sweights.%s is no channel; accepted: %s"
                        .formatted(prefix, channel, String.join(", ", channels)));
            }
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                problems.add("%sweights.%s must be a number, 0 or more, was %s".formatted(prefix, channel, weight));
            }
        });
        return problems;
    }

    private static String key(SignalChannel channel) {
        return channel.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
