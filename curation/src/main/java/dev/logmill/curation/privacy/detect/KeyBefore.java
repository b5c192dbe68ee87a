package dev.logmill.curation.privacy.detect;

/** The key of JSON right before a value in a text: {@code "ean": "4006381333931"}. */
final class KeyBefore {
    private static final int LONGEST = 40;

    private KeyBefore() {}

    /** The key as {@link Label#plain} has it; empty where there is none. */
    static String of(String text, int value) {
        int end = value;
        while (end > 0
                && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '"' || text.charAt(end - 1) == '\\')) {
            end--;
        }
        if (end == 0 || text.charAt(end - 1) != ':') {
            return "";
        }
        int close = end - 1;
        while (close > 0 && (text.charAt(close - 1) == ' ' || text.charAt(close - 1) == '\\')) {
            close--;
        }
        if (close == 0 || text.charAt(close - 1) != '"') {
            return "";
        }
        int last = close - 1;
        while (last > 0 && text.charAt(last - 1) == '\\') {
            last--;
        }
        int start = last;
        while (start > 0 && last - start < LONGEST && text.charAt(start - 1) != '"' && text.charAt(start - 1) >= ' ') {
            start--;
        }
        return start > 0 && text.charAt(start - 1) == '"' ? Label.plain(text.substring(start, last)) : "";
    }
}
