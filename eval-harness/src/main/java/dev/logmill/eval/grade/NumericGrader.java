package dev.logmill.eval.grade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The number that the answer gives ({@link GivenNumbers}) is the reference's: no further off than the greater of
 * {@code absolute-tolerance} (default 1e-9) and {@code relative-tolerance} (default 1e-6) of the reference. Units are not
 * converted: {@code 60%} is 60, never 0.6.
 *
 * <p>Where an answer holds the reference beside other numbers and nothing tells which it gives, or writes it so that it may
 * mean another, there is no score: a person would have to ask as well.
 */
public final class NumericGrader implements Grader {
    private static final Set<String> IN_WORDS = Set.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
            "hundred",
            "thousand",
            "million",
            "half");

    private final BigDecimal absolute;
    private final BigDecimal relative;

    NumericGrader(JsonNode settings) {
        this.absolute = tolerance(settings, "absolute-tolerance", "1e-9");
        this.relative = tolerance(settings, "relative-tolerance", "1e-6");
    }

    /** Whether a text is one number and nothing else but a currency or a percent sign. */
    public static boolean isNumber(String text) {
        String plain = Numbers.plain(text.strip());
        List<Numbers.Written> found = Numbers.of(plain);
        if (found.size() != 1 || !found.get(0).sure() || found.get(0).from() != 0) {
            return false;
        }
        String rest = plain.substring(found.get(0).to()).strip();
        return rest.isEmpty() || (rest.length() == 1 && (rest.equals("%") || Numbers.isCurrency(rest.charAt(0))));
    }

    private static BigDecimal tolerance(JsonNode settings, String key, String otherwise) {
        JsonNode set = settings.path(key);
        if (!set.isMissingNode() && (!set.isNumber() || set.decimalValue().signum() < 0)) {
            throw new IllegalArgumentException(
                    "Grader NUMERIC: %s must be a number, 0 or more, was %s".formatted(key, set));
        }
        return set.isMissingNode() ? new BigDecimal(otherwise) : set.decimalValue();
    }

    @Override
    public Judgement grade(Message reference, Message answer) {
        Optional<BigDecimal> wanted =
                GivenNumbers.of(Unwrapped.reference(reference)).one();
        if (wanted.isEmpty()) {
            return new Judgement.Unscored("the reference has no number, or more than one");
        }
        String text = Unwrapped.answer(answer, reference);
        GivenNumbers numbers = GivenNumbers.of(text);
        if (numbers.all().isEmpty()) {
            return inWords(text)
                    ? new Judgement.Unscored("the answer writes its number in words, or as a fraction")
                    : Judgement.Score.of(false, "", "the answer gives no number");
        }
        return judged(numbers, wanted.get());
    }

    private Judgement judged(GivenNumbers numbers, BigDecimal wanted) {
        BigDecimal first = numbers.given().get(0).value();
        boolean right = numbers.given().stream().allMatch(one -> one.sure() && isClose(one.value(), wanted));
        boolean possible = numbers.all().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.value()), one.readings().stream()))
                .anyMatch(value -> isClose(value, wanted));
        if (possible && !right) {
            return new Judgement.Unscored("the answer has the number, and nothing tells whether it means it");
        }
        return Judgement.Score.of(
                right,
                first.toString(),
                String.format(
                        Locale.ROOT,
                        "%.3g off, %.3g allowed",
                        first.subtract(wanted).abs(),
                        allowed(wanted)));
    }

    private boolean isClose(BigDecimal value, BigDecimal wanted) {
        return value.subtract(wanted).abs().compareTo(allowed(wanted)) <= 0;
    }

    private BigDecimal allowed(BigDecimal wanted) {
        return absolute.max(relative.multiply(wanted.abs()));
    }

    private static boolean inWords(String text) {
        return Stream.of(Phrases.plain(text).split(" ", -1)).anyMatch(IN_WORDS::contains)
                || text.chars().anyMatch(c -> Character.getType(c) == Character.OTHER_NUMBER);
    }
}
