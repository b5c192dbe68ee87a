package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import dev.logmill.curation.ingest.ScoreName;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.trace.SignalChannel;
import java.util.Optional;

/**
 * What an annotation says of an answer. A score between 0 and 1 says more than the label beside it, unless it counts something
 * bad, as a hallucination: there a word of the label comes first, and a score alone is turned round. At 0 and 1 the label says which
 * end it is, and a score outside has no known end.
 */
public final class Appraised {
    private Appraised() {}

    /** From 0 bad to 1 good; nothing where that cannot be told. */
    public static Optional<Double> value(String name, JsonNode score, JsonNode label) {
        String word = isWord(label) ? label.asText() : "";
        Optional<Double> labelled = isWord(label) ? Mark.sided(name, AttributeValues.text(word)) : Optional.empty();
        Optional<Double> share = number(score).map(DoubleNode::valueOf).flatMap(said -> Mark.share(name, said));
        boolean graded = !ScoreName.isOfBad(name)
                && !ScoreName.isFault(word)
                && share.filter(Appraised::isBetween).isPresent();
        return graded ? share : labelled.or(() -> share);
    }

    /** At 0 and 1 a score says no more than a label does, and may count something bad. */
    private static boolean isBetween(double share) {
        return share > 0 && share < 1;
    }

    /** A score's number, as a number or as text. */
    public static Optional<Double> number(JsonNode score) {
        return FieldValues.number(score);
    }

    /** Who gave it: a person by a thumb or as a reviewer, or a judge, be it a model or code. */
    static SignalChannel channel(String annotator, JsonNode label) {
        if (!annotator.equalsIgnoreCase("HUMAN")) {
            return SignalChannel.JUDGE;
        }
        return isWord(label) && Mark.isThumb(label) ? SignalChannel.THUMB : SignalChannel.REVIEWER;
    }

    private static boolean isWord(JsonNode label) {
        return label.isValueNode() && !label.isNull() && !label.asText().isBlank();
    }
}
