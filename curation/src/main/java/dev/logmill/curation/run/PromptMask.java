package dev.logmill.curation.run;

import java.util.Locale;
import java.util.Set;

/**
 * A prompt without what changes from call to call: words with a digit in them (numbers, ids, times, model names), the
 * marks that redaction leaves, names of months and weekdays, the amount of white space. One pass, no pattern.
 */
public final class PromptMask {
    private static final int LONGEST_MARK = 80;
    private static final Set<String> CALENDAR = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private final String text;
    private final StringBuilder masked;
    private int at;
    private long words;
    private long slots;

    private PromptMask(String text) {
        this.text = text;
        this.masked = new StringBuilder(text.length());
    }

    public static String of(String prompt) {
        return read(prompt).text();
    }

    /** The mask of a prompt, with what it masked. */
    public static PromptMask read(String prompt) {
        PromptMask mask = new PromptMask(prompt);
        while (mask.at < prompt.length()) {
            mask.step();
        }
        return mask;
    }

    /** What stays the same from call to call. */
    public String text() {
        return masked.toString().strip();
    }

    /** Words of the prompt. */
    public long words() {
        return words;
    }

    /** Those of them that change from call to call. */
    public long slots() {
        return slots;
    }

    private void step() {
        char c = text.charAt(at);
        if (isWord(c)) {
            word();
        } else if (Character.isWhitespace(c)) {
            space();
        } else if ((c == '<' || c == '[') && mark(c == '<' ? '>' : ']')) {
            masked.append(c).append(c == '<' ? '>' : ']');
            words++;
            slots++;
        } else {
            masked.append(c);
            at++;
        }
    }

    private void word() {
        int start = at;
        boolean digit = false;
        while (at < text.length() && isWord(text.charAt(at))) {
            digit |= Character.isDigit(text.charAt(at));
            at++;
        }
        String word = text.substring(start, at);
        boolean day = !digit && CALENDAR.contains(word.toLowerCase(Locale.ROOT));
        masked.append(digit ? "#" : day ? "@" : word);
        words++;
        slots += digit || day ? 1 : 0;
    }

    private void space() {
        masked.append(' ');
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Passes over a redaction's mark, {@code <KIND...>} with a kind in capitals, and says whether there was one. */
    private boolean mark(char close) {
        int limit = Math.min(text.length(), at + LONGEST_MARK);
        if (at + 2 >= limit || !isCapital(text.charAt(at + 1)) || !isCapital(text.charAt(at + 2))) {
            return false;
        }
        for (int i = at + 1; i < limit && !Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == close) {
                at = i + 1;
                return true;
            }
        }
        return false;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
