package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.ScoreName;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.trace.SignalChannel;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an annotation says of an answer. A score between 0 and 1 says more than the label beside it, unless it counts something
 * bad, as a hallucination: there a word of the label comes first, and a score alone is turned round. At 0 and 1 the label says which
 * end it is, and a score outside has no known end.
 */
public final class Appraised {
    private static final Map<String, Double> LABELS = Map.ofEntries(
            Map.entry("correct", 1.0),
            Map.entry("incorrect", 0.0),
            Map.entry("factual", 1.0),
            Map.entry("hallucinated", 0.0),
            Map.entry("relevant", 1.0),
            Map.entry("irrelevant", 0.0),
            Map.entry("unrelated", 0.0),
            Map.entry("helpful", 1.0),
            Map.entry("unhelpful", 0.0),
            Map.entry("toxic", 0.0),
            Map.entry("non_toxic", 1.0));
    private static final Pattern BAD =
            Pattern.compile(".*(hallucinat|toxic|bias|jailbreak|harm|frustrat|refus|injection|error|leak).*");
    private static final Set<String> THUMBS =
            Set.of("up", "down", "thumbs_up", "thumbs_down", "like", "dislike", "\uD83D\uDC4D", "\uD83D\uDC4E");

    private Appraised() {}

    /** From 0 bad to 1 good; nothing where that cannot be told. */
    public static Optional<Double> value(String name, JsonNode score, JsonNode label) {
        String word = word(label);
        Optional<Double> told = Optional.ofNullable(LABELS.get(word))
                .or(() -> word.isEmpty() ? Optional.empty() : Mark.sided(AttributeValues.text(word)));
        boolean ofBad = BAD.matcher(name.toLowerCase(Locale.ROOT)).matches() || ScoreName.isOfBad(name);
        boolean yesOrNo = Set.of("true", "false", "yes", "no", "1", "0").contains(word);
        Optional<Double> labelled = ofBad && yesOrNo ? told.map(value -> 1 - value) : told;
        Optional<Double> share =
                number(score).filter(value -> value >= 0 && value <= 1).map(value -> ofBad ? 1 - value : value);
        boolean graded = !ofBad
                && !BAD.matcher(word).matches()
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
        return THUMBS.contains(word(label)) ? SignalChannel.THUMB : SignalChannel.REVIEWER;
    }

    private static String word(JsonNode label) {
        return label.isValueNode() && !label.isNull()
                ? label.asText()
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replace('-', '_')
                        .replace(' ', '_')
                : "";
    }
}
