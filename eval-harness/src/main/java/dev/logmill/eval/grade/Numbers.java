package dev.logmill.eval.grade;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of a text, as people and models write them: digits of any script, a sign ({@code -}, {@code −}, {@code –},
 * {@code minus}), a currency before or after, groups and decimals as {@link DigitRun} reads them, a power of ten ({@code 1e5},
 * {@code 1.5 × 10^5}) and words such as {@code million}. A percent sign and a unit are not read: {@code 60%} is 60.
 *
 * <p>Not read are dates and times ({@code 2026-11-24}), exponents of something else, and what a text
 * says it is not. Of a range or fraction ({@code 3-5}, {@code 1/2}) each side is read and none is sure.
 */
final class Numbers {
    private static final Set<String> MINUS = Set.of("minus", "negative");
    private static final Map<String, Integer> SCALES = Map.of(
            "hundred", 2, "thousand", 3, "k", 3, "million", 6, "millions", 6, "billion", 9, "bn", 9, "trillion", 12);

    /**
     * One number of a text.
     *
     * @param value as it is most likely meant
     * @param readings what else it may mean
     * @param sure whether it certainly means {@code value}
     * @param from its first char, sign and currency included
     * @param to behind its last
     */
    record Written(BigDecimal value, List<BigDecimal> readings, boolean sure, int from, int to) {
        Written unsure() {
            return new Written(value, readings, false, from, to);
        }
    }

    private final String text;
    private final List<Written> found = new ArrayList<>();

    private Numbers(String text) {
        this.text = text;
    }

    /** Every number of a text that {@link #plain} made plain, in order. */
    static List<Written> of(String plain) {
        Numbers numbers = new Numbers(plain);
        for (int at = 0; at < plain.length(); ) {
            at = numbers.begins(at) ? numbers.joined(at) : at + 1;
        }
        return numbers.found;
    }

    /** Digits of any script as 0 to 9, kinds of dashes as one; nothing else is touched, and no place moves. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append(plain((char) c)));
        return plain.toString();
    }

    private static char plain(char c) {
        int digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return switch (c) {
            case '\u2212', '\u2013', '\u2012', '\uff0d' -> '-';
            case '\u066b', '\uff0e' -> '.';
            case '\u066c', '\uff0c' -> ',';
            default -> c;
        };
    }

    private boolean begins(int at) {
        boolean point = at < text.length()
                && text.charAt(at) == '.'
                && isDigit(at + 1)
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
        return point || (isDigit(at) && !isDigit(at - 1) && !charIs(at - 1, "^"));
    }

    /** Reads a number and those joined to it by a dash, a slash or a colon. */
    private int joined(int at) {
        List<Written> parts = new ArrayList<>();
        int end = one(at, parts);
        while (end + 1 < text.length() && "-/:".indexOf(text.charAt(end)) >= 0 && isDigit(end + 1)) {
            end = one(end + 1, parts);
            parts.replaceAll(Written::unsure);
        }
        boolean fraction = parts.size() == 2 && text.charAt(parts.get(0).to()) == '/';
        if (fraction && parts.get(1).value().signum() != 0) {
            BigDecimal value = parts.get(0).value().divide(parts.get(1).value(), MathContext.DECIMAL64);
            parts.add(new Written(value, List.of(), false, parts.get(0).from(), end));
        }
        boolean date = parts.size() > 2 && !fraction;
        if (!date) {
            found.addAll(parts);
        }
        return end;
    }

    private int one(int at, List<Written> into) {
        DigitRun run = DigitRun.at(text, at);
        Exponent power = Exponent.after(text, run.end());
        if (run.longest() > DigitRun.MAX_DIGITS || power.isTooLarge()) {
            return power.end();
        }
        int from = signFrom(at);
        boolean negative = text.substring(from, at).indexOf('-') >= 0 || MINUS.contains(lastWord(text, from));
        int scale = power.end() == run.end() ? scaleAfter(run.end()) : 0;
        List<BigDecimal> readings = new ArrayList<>();
        for (BigDecimal value : run.values()) {
            BigDecimal scaled = value.scaleByPowerOfTen(power.exponent() + scale);
            readings.add(negative ? scaled.negate() : scaled);
        }
        BigDecimal value = readings.remove(0);
        boolean bracketed = charIs(from - 1, "(") && charIs(power.end(), ")");
        // Book-keepers write what is owed in brackets.
        if (bracketed) {
            readings.add(value.negate());
        }
        boolean million = charIs(power.end(), "M") && !isLetter(power.end() + 1);
        if (million) {
            readings.add(value.scaleByPowerOfTen(6));
        }
        into.add(new Written(value, List.copyOf(readings), run.sure() && !million, from, power.end()));
        return power.end();
    }

    private boolean charIs(int at, String one) {
        return at >= 0 && text.startsWith(one, at);
    }

    private boolean isLetter(int at) {
        return at < text.length() && Character.isLetter(text.charAt(at));
    }

    /** Where the sign and the currency before a number begin; a dash behind a letter or a digit joins and is no sign. */
    private int signFrom(int at) {
        int from = at;
        while (from > 0 && (isCurrency(text.charAt(from - 1)) || isSign(from - 1))) {
            from--;
        }
        return from;
    }

    private boolean isSign(int at) {
        char c = text.charAt(at);
        int joined = at - 1;
        if (joined >= 0 && isCurrency(text.charAt(joined))) {
            joined--;
        }
        return (c == '-' || c == '+') && (joined < 0 || !Character.isLetterOrDigit(text.charAt(joined)));
    }

    /** The word right before a place, in lower case; spaces and marks of emphasis between do not count. */
    static String lastWord(String text, int before) {
        int end = before;
        while (end > 0 && (text.charAt(end - 1) == ' ' || "*_`\"'".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        int from = end;
        while (from > 0 && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '\'')) {
            from--;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private int scaleAfter(int at) {
        int from = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
        int end = from;
        while (isLetter(end)) {
            end++;
        }
        String word = text.substring(from, end).toLowerCase(Locale.ROOT);
        return word.equals("k") && from > at ? 0 : SCALES.getOrDefault(word, 0);
    }

    private boolean isDigit(int at) {
        return DigitRun.isDigit(text, at);
    }

    static boolean isCurrency(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }
}
