package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.ScoreName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a mark says, from 0 bad to 1 good; a mark outside its scale says nothing. */
public final class Mark {
    private static final Set<String> GOOD = Set.of(
            "up",
            "thumbs_up",
            "thumb_up",
            "upvote",
            "upvoted",
            "positive",
            "like",
            "liked",
            "helpful",
            "good",
            "true",
            "yes",
            "1",
            "\uD83D\uDC4D",
            "success",
            "succeeded",
            "solved",
            "resolved",
            "pass",
            "passed");
    private static final Set<String> BAD = Set.of(
            "down",
            "thumbs_down",
            "thumb_down",
            "downvote",
            "downvoted",
            "negative",
            "dislike",
            "disliked",
            "unhelpful",
            "not_helpful",
            "bad",
            "false",
            "no",
            "0",
            "-1",
            "\uD83D\uDC4E",
            "failure",
            "failed",
            "unsolved",
            "unresolved",
            "fail",
            "escalated");
    private static final Set<String> YES_OR_NO = Set.of("true", "false", "yes", "no", "1", "0");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z])[- ](?=[a-z])");
    private static final double STARS = 5;

    private Mark() {}

    /** Every word and sign that is known for good or bad. */
    public static List<String> words() {
        return Stream.of(GOOD, BAD).flatMap(Set::stream).sorted().toList();
    }

    /** A thumb, or any other word, flag or sign for good or bad. */
    public static Optional<Double> sided(JsonNode mark) {
        if (mark.isNumber()) {
            return Optional.of(mark.doubleValue() > 0 ? 1.0 : 0.0);
        }
        String said = Fields.text(mark).orElse("").strip().toLowerCase(Locale.ROOT);
        String word = BETWEEN_WORDS.matcher(said).replaceAll("_");
        if (GOOD.contains(word)) {
            return Optional.of(1.0);
        }
        return BAD.contains(word) ? Optional.of(0.0) : Optional.empty();
    }

    /** The same under the name of a score: where that counts something bad, a number or a yes says so, and a word for good or bad what it says. */
    public static Optional<Double> sided(String name, JsonNode mark) {
        boolean counts =
                !mark.isTextual() || YES_OR_NO.contains(mark.textValue().strip().toLowerCase(Locale.ROOT));
        return sided(mark).map(value -> counts ? ScoreName.good(name, value) : value);
    }

    /** A share under the name of a score, as {@link #sided(String, JsonNode)}. */
    public static Optional<Double> share(String name, JsonNode mark) {
        return mark.isNumber() ? share(mark).map(value -> ScoreName.good(name, value)) : sided(name, mark);
    }

    /** A share from 0 to 1, or a word for good or bad. */
    public static Optional<Double> share(JsonNode mark) {
        return mark.isNumber() ? Optional.of(mark.doubleValue()).filter(Mark::isShare) : sided(mark);
    }

    /** The thumb down of those who write 1 and -1; in shares there is no such number. */
    public static Optional<Double> minus(JsonNode mark) {
        return mark.isNumber() && mark.doubleValue() == -1 ? Optional.of(0.0) : Optional.empty();
    }

    /** Stars from 1 to five, or to the end of the scale that the feedback names; a scale that ends at 1 starts at 0. */
    public static Optional<Double> stars(JsonNode mark, JsonNode scale) {
        double end = scale.isNumber() && scale.doubleValue() > 0 ? scale.doubleValue() : STARS;
        double start = end > 1 ? 1 : 0;
        return Optional.of((mark.doubleValue() - start) / (end - start)).filter(Mark::isShare);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
