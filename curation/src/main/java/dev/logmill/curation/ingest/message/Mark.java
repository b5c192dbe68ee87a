package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.ScoreName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mark says, from 0 bad to 1 good; a mark outside its scale says nothing. */
public final class Mark {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z])[- ](?=[a-z])");
    /** What an emoji may have behind it that says nothing: the tone of a skin, and how it is drawn. */
    private static final Pattern TONE = Pattern.compile("[\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}]");
    /** Around the name of an emoji. */
    private static final Pattern COLONS = Pattern.compile("^:([^:]+):$");
    /** What turns a word round, or leaves it on its side. */
    private static final Pattern TURNED = Pattern.compile("(?:not|non)_(.+)");

    private static final Pattern STRESSED = Pattern.compile("(?:very|extremely|totally|somewhat|mostly)_(.+)");
    private static final double STARS = 5;

    private Mark() {}

    /** A thumb, or any other word, flag or sign for good or bad. */
    public static Optional<Double> sided(JsonNode mark) {
        if (mark.isNumber()) {
            return Optional.of(mark.doubleValue() > 0 ? 1.0 : 0.0);
        }
        return side(word(mark));
    }

    private static Optional<Double> side(String word) {
        Matcher stressed = STRESSED.matcher(word);
        Matcher turned = TURNED.matcher(word);
        if (MarkWords.GOOD.contains(word) || MarkWords.BAD.contains(word)) {
            return Optional.of(MarkWords.GOOD.contains(word) ? 1.0 : 0.0);
        }
        if (turned.matches()) {
            return side(turned.group(1)).map(side -> 1 - side);
        }
        return stressed.matches() ? side(stressed.group(1)) : Optional.empty();
    }

    /** A word as it is looked for: {@code "Thumbs-up "} and {@code :thumbs_up:} are one. */
    private static String word(JsonNode mark) {
        String said = Fields.text(mark).orElse("").strip().toLowerCase(Locale.ROOT);
        String plain = COLONS.matcher(TONE.matcher(said).replaceAll("")).replaceAll("$1");
        return BETWEEN_WORDS.matcher(plain).replaceAll("_");
    }

    /** Whether it is the word or the sign of a thumb, up or down. */
    public static boolean isThumb(JsonNode mark) {
        return MarkWords.THUMBS.contains(word(mark));
    }

    /** Whether it says that there is no mark. */
    public static boolean isNone(JsonNode mark) {
        String word = word(mark);
        return word.isEmpty() || MarkWords.NONE.contains(word);
    }

    /** Whether it answers a question, which the name of the score may ask either way. */
    public static boolean isYesOrNo(JsonNode mark) {
        return !mark.isTextual() || MarkWords.YES_OR_NO.contains(word(mark));
    }

    /** The same under the name of a score: where that counts something bad, a number or a yes says so, and a word for good or bad what it says. */
    public static Optional<Double> sided(String name, JsonNode mark) {
        return sided(mark).map(value -> isYesOrNo(mark) ? ScoreName.good(name, value) : value);
    }

    /** A share under the name of a score, as {@link #sided(String, JsonNode)}; under that of a thumb -1 is the one down. */
    public static Optional<Double> share(String name, JsonNode mark) {
        Optional<Double> minus = ScoreName.isOfThumbs(name) ? minus(mark) : Optional.empty();
        if (minus.isPresent()) {
            return minus;
        }
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
