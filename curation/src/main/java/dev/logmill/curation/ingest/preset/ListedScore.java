package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.ScoreName;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.UnknownScale;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.otlp.Appraised;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalBuilder;
import dev.logmill.curation.trace.SignalChannel;
import java.util.Optional;

/**
 * A score by the name that its log has for it.
 *
 * @param word what stands beside the number, or in its place: a label, a verdict; missing where nothing does
 * @param reviewed whether a person of the team gave it
 */
record ListedScore(String name, JsonNode number, JsonNode word, Optional<String> comment, boolean reviewed) {
    /**
     * What it says, of nothing yet.
     *
     * @param id the feedback's
     * @throws UnreadableRecord where its number is on no known scale, and nothing else is said
     */
    SignalBuilder signal(String source, String id, ScoreScales scales) throws UnreadableRecord {
        Optional<Double> scaled = scales.share(name, Appraised.number(number));
        Optional<Double> value = scaled.isPresent() ? scaled : Appraised.value(name, number, word);
        boolean unscaled = value.isEmpty() && Appraised.number(number).isPresent();
        if (unscaled || (value.isEmpty() && comment.isEmpty())) {
            throw UnknownScale.of(name);
        }
        boolean sided =
                scaled.isEmpty() && value.filter(said -> said == 0 || said == 1).isPresent();
        return Signal.of(source, id, channel(sided)).value(value).text(comment);
    }

    private SignalChannel channel(boolean sided) {
        if (reviewed) {
            return SignalChannel.REVIEWER;
        }
        if (!ScoreName.isOfUsers(name)) {
            return SignalChannel.JUDGE;
        }
        return sided ? SignalChannel.THUMB : SignalChannel.RATING;
    }
}
