package dev.logmill.eval.grade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Digits with what groups or splits them. Sure are {@code 1000}, {@code 1,000}, {@code 1'000}, {@code 1_000}, {@code 1,00,000},
 * {@code 1.000,50}, {@code 1,000.50} and a point before decimals. Not sure: a comma before other than three digits, which may
 * split a list or begin decimals ({@code 3,5}), and a plain space, which may group or not ({@code 1 000}, where it is sure
 * before three digits that begin with 0). What is none of these is read part by part.
 *
 * @param values as it is most likely meant first, then what else it may mean
 * @param end behind the last digit
 * @param longest how many digits its longest part has
 */
record DigitRun(List<BigDecimal> values, boolean sure, int end, int longest) {
    /** More digits are no number that anybody means; none are read, since reading costs their square. */
    static final int MAX_DIGITS = 400;

    private static final String GROUPING = ",.'\u2019_ \u00a0\u202f\u2009";

    static boolean isDigit(String text, int at) {
        return at < text.length() && at >= 0 && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Reads from a digit, or a point before one. */
    static DigitRun at(String text, int from) {
        List<String> parts = new ArrayList<>();
        StringBuilder separators = new StringBuilder();
        int at = from;
        if (text.charAt(from) == '.') {
            parts.add("0");
            separators.append('.');
            at++;
        }
        at = part(text, at, parts);
        while (at < text.length() && goesOn(text, at)) {
            separators.append(text.charAt(at));
            at = part(text, at + 1, parts);
        }
        int longest = parts.stream().mapToInt(String::length).max().orElse(0);
        return longest > MAX_DIGITS
                ? new DigitRun(List.of(BigDecimal.ZERO), false, at, longest)
                : read(parts, separators.toString(), at, longest);
    }

    private static int part(String text, int from, List<String> into) {
        int to = from;
        while (isDigit(text, to)) {
            to++;
        }
        into.add(text.substring(from, to));
        return to;
    }

    private static boolean goesOn(String text, int at) {
        char c = text.charAt(at);
        if (GROUPING.indexOf(c) < 0 || !isDigit(text, at + 1)) {
            return false;
        }
        boolean three = isDigit(text, at + 2) && isDigit(text, at + 3) && !isDigit(text, at + 4);
        return c == ',' || c == '.' || c == '_' || three;
    }

    private static DigitRun read(List<String> parts, String separators, int end, int longest) {
        if (separators.isEmpty()) {
            return sure(new BigDecimal(parts.get(0)), end, longest);
        }
        char last = separators.charAt(separators.length() - 1);
        boolean decimals = (last == '.' || last == ',') && separators.indexOf(last) == separators.length() - 1;
        List<String> whole = decimals ? parts.subList(0, parts.size() - 1) : parts;
        String before = decimals ? separators.substring(0, separators.length() - 1) : separators;
        if (decimals && before.isEmpty()) {
            return oneSeparator(parts, last, end, longest);
        }
        if (isGrouped(whole, before)) {
            String digits = String.join("", whole) + (decimals ? "." + parts.get(parts.size() - 1) : "");
            BigDecimal value = new BigDecimal(digits);
            boolean certain = before.indexOf(' ') < 0 || whole.get(1).startsWith("0");
            return certain ? sure(value, end, longest) : new DigitRun(several(value, parts), false, end, longest);
        }
        List<BigDecimal> each = parts.stream().map(BigDecimal::new).toList();
        return new DigitRun(each, false, end, longest);
    }

    private static DigitRun oneSeparator(List<String> parts, char separator, int end, int longest) {
        BigDecimal decimal = new BigDecimal(parts.get(0) + "." + parts.get(1));
        boolean groups =
                isGrouped(parts, String.valueOf(separator)) && !parts.get(0).startsWith("0");
        BigDecimal joined = new BigDecimal(parts.get(0) + parts.get(1));
        if (separator == '.') {
            return new DigitRun(groups ? List.of(decimal, joined) : List.of(decimal), true, end, longest);
        }
        return groups
                ? new DigitRun(List.of(joined, decimal), true, end, longest)
                : new DigitRun(several(decimal, parts), false, end, longest);
    }

    private static List<BigDecimal> several(BigDecimal first, List<String> parts) {
        List<BigDecimal> several = new ArrayList<>(List.of(first));
        parts.forEach(part -> several.add(new BigDecimal(part)));
        return several;
    }

    private static DigitRun sure(BigDecimal value, int end, int longest) {
        return new DigitRun(List.of(value), true, end, longest);
    }

    /** One kind of separator, and groups of three; or of two before the last, as in India, where commas part them. */
    private static boolean isGrouped(List<String> parts, String separators) {
        if (separators.isEmpty() || separators.chars().distinct().count() != 1) {
            return separators.isEmpty();
        }
        boolean rest = parts.get(parts.size() - 1).length() == 3;
        int first = parts.get(0).length();
        List<String> middle = parts.subList(1, parts.size() - 1);
        boolean threes = first <= 3 && middle.stream().allMatch(part -> part.length() == 3);
        boolean twos = separators.charAt(0) == ','
                && first <= 2
                && !middle.isEmpty()
                && middle.stream().allMatch(part -> part.length() == 2);
        return rest && (threes || twos);
    }
}
