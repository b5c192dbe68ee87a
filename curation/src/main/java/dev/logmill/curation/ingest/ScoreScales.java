package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.QuarantineReason;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the numbers of a source's scores mean, by the name of the score as the log has it. Of a score that it does not name a
 * dialect knows what its logging system says, mostly that 0 is bad and 1 is good.
 */
public record ScoreScales(Map<String, Scale> byName) implements Serializable {
    /** No score is named. */
    public static final ScoreScales NONE = new ScoreScales(Map.of());

    public ScoreScales {
        byName = new TreeMap<>(byName);
    }

    /**
     * The ends of a scale; of a score that is better the less it is, {@code best} is the smaller.
     *
     * @param worst the number of an answer that could not be worse
     * @param best the number of one that could not be better
     */
    public record Scale(double worst, double best) implements Serializable {
        private boolean holds(double number) {
            return number >= Math.min(worst, best) && number <= Math.max(worst, best);
        }
    }

    /** Whether a score of this name has a scale. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * A number as a share of its scale, 0 the worst to 1 the best.
     *
     * @return nothing where the score has no scale here, or no number
     * @throws UnreadableRecord where the number is not on the scale
     */
    public Optional<Double> share(String name, Optional<Double> number) throws UnreadableRecord {
        Optional<Scale> scale = Optional.ofNullable(byName.get(name));
        if (scale.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        Scale ends = scale.get();
        if (!ends.holds(number.get())) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD,
                    "score %s: not on its scale, worst %s and best %s; scores of the source tells another"
                            .formatted(name, ends.worst(), ends.best()));
        }
        return Optional.of((number.get() - ends.worst()) / (ends.best() - ends.worst()));
    }

    /** As part of what reading depends on; nothing where no score is named. */
    public String settings() {
        return byName.isEmpty() ? "" : byName.toString();
    }
}
