package dev.logmill.eval.grade;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers as people and models write them: a sign, a currency before or after it, digits in one run or in groups of three
 * ({@code 1,000}, {@code 1'000}, or with a no-break space), a point, and a power of ten ({@code 1e5}, {@code 1.5 × 10^5}).
 *
 * <p>A comma that does not group is no decimal comma: {@code 3,5} is 3 and 5. A percent sign and a unit are not read:
 * {@code 60%} is 60. A dash after a letter or a digit joins and is no sign: {@code 3-5} is 3 and 5. What has more than
 * {@value #MAX_DIGITS} digits, or a power of ten of more than {@value #MAX_EXPONENT} of them, is no number.
 */
final class Numbers {
    private static final int MAX_DIGITS = 400;
    private static final int MAX_EXPONENT = 4;
    private static final String GROUPING = ",'\u2019\u00a0\u202f\u2009";
    private static final String TIMES = "\u00d7xX*\u00b7";

    private final String text;
    private int at;

    private Numbers(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** The last number of a text. */
    static Optional<BigDecimal> last(String text) {
        Optional<BigDecimal> last = Optional.empty();
        for (int i = 0; i < text.length(); ) {
            if (begins(text, i)) {
                Numbers reader = new Numbers(text, i);
                Optional<BigDecimal> read = reader.number();
                last = read.isPresent() ? read : last;
                i = reader.at;
            } else {
                i++;
            }
        }
        return last;
    }

    /** Whether a text is one number and nothing else but a currency or a percent sign. */
    static boolean isOne(String text) {
        int start = 0;
        while (start < text.length() && (isSign(text.charAt(start)) || isCurrency(text.charAt(start)))) {
            start++;
        }
        if (!begins(text, start)) {
            return false;
        }
        Numbers reader = new Numbers(text, start);
        boolean read = reader.number().isPresent();
        String rest = text.substring(reader.at).strip();
        return read && (rest.isEmpty() || (rest.length() == 1 && (rest.equals("%") || isCurrency(rest.charAt(0)))));
    }

    private static boolean begins(String text, int i) {
        boolean leadingPoint = i < text.length()
                && text.charAt(i) == '.'
                && isDigit(text, i + 1)
                && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
        return isDigit(text, i) || leadingPoint;
    }

    /** Reads from the first digit or point on; {@link #at} is behind it afterwards. */
    private Optional<BigDecimal> number() {
        boolean negative = isNegative();
        StringBuilder digits = new StringBuilder();
        whole(digits);
        if (at < text.length() && text.charAt(at) == '.' && isDigit(text, at + 1)) {
            digits.append('.');
            at++;
            run(digits);
        }
        String exponent = exponent();
        if (digits.length() > MAX_DIGITS || exponent.length() > MAX_EXPONENT + 1) {
            return Optional.empty();
        }
        String written = (negative ? "-" : "") + digits + (exponent.isEmpty() ? "" : "e" + exponent);
        return Optional.of(new BigDecimal(written));
    }

    private boolean isNegative() {
        int before = at - 1;
        if (before >= 0 && isCurrency(text.charAt(before))) {
            before--;
        }
        boolean minus = before >= 0 && (text.charAt(before) == '-' || text.charAt(before) == '\u2212');
        int joined = before - 1;
        if (joined >= 0 && isCurrency(text.charAt(joined))) {
            joined--;
        }
        return minus && (joined < 0 || !Character.isLetterOrDigit(text.charAt(joined)));
    }

    private void whole(StringBuilder digits) {
        int start = at;
        run(digits);
        if (at - start > 3 || at == start) {
            return;
        }
        for (char separator = separator(); separator != 0 && isGroup(separator); ) {
            at++;
            run(digits);
        }
    }

    private char separator() {
        return at < text.length() && GROUPING.indexOf(text.charAt(at)) >= 0 ? text.charAt(at) : 0;
    }

    private boolean isGroup(char separator) {
        return at < text.length()
                && text.charAt(at) == separator
                && isDigit(text, at + 1)
                && isDigit(text, at + 2)
                && isDigit(text, at + 3)
                && !isDigit(text, at + 4);
    }

    private void run(StringBuilder digits) {
        while (isDigit(text, at)) {
            digits.append(text.charAt(at++));
        }
    }

    /** The power of ten, with its sign; empty where there is none. */
    private String exponent() {
        int from;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            from = at + 1;
        } else {
            int times = afterSpaces(at);
            int ten = times < text.length() && TIMES.indexOf(text.charAt(times)) >= 0 ? afterSpaces(times + 1) : -1;
            if (ten < 0 || !text.startsWith("10^", ten)) {
                return "";
            }
            from = ten + 3;
        }
        int first = from < text.length() && isSign(text.charAt(from)) ? from + 1 : from;
        int end = first;
        while (isDigit(text, end)) {
            end++;
        }
        if (end == first) {
            return "";
        }
        at = end;
        boolean negative = first > from && text.charAt(from) != '+';
        return (negative ? "-" : "+") + text.substring(first, end);
    }

    private int afterSpaces(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static boolean isDigit(String text, int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '\u2212' || c == '+';
    }

    private static boolean isCurrency(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }
}
