package dev.logmill.curation.privacy.detect;

/**
 * Where a password ends that stands behind a sign: at the quote that encloses it, or else at the next white space, without what ends
 * the sentence and from what closes a bracket or a quote on that was opened before the password: {@code (password: Blue)77x!)}.
 */
final class SecretExtent {
    private static final int LONGEST = 256;

    private static final int LONGEST_NAME = 24;
    private static final int LONGEST_TAG = 10;
    private static final int LONGEST_REFERENCE = 6;

    private final String text;
    private final OpenMarks open;

    private SecretExtent(String text, OpenMarks open) {
        this.text = text;
        this.open = open;
    }

    /**
     * Up to the quote that closes, where one stands before and closes in the same line; else from that quote on, which is a char of the
     * password then.
     *
     * @param first index behind the quotes that a sign and white space go before
     * @param named whether what is set stands in quotes itself, as keys of JSON do
     */
    static SecretSetting of(String text, int first, boolean named) {
        int outer = outer(text, first);
        if (outer > 0) {
            int close = closing(text, outer);
            if (close <= outer && outer < first && OpenMarks.isQuote(text.charAt(first - 1))) {
                outer = first;
                close = closing(text, first);
            }
            if (close > outer || named || isOneWord(text, outer)) {
                return close > outer ? new SecretSetting(outer, close, true) : SecretSetting.at(text, outer);
            }
        }
        int start = first;
        while (start > 0 && (OpenMarks.isQuote(text.charAt(start - 1)) || text.charAt(start - 1) == '\\')) {
            start--;
        }
        return new SecretSetting(start, new SecretExtent(text, OpenMarks.before(text, start)).end(start), false);
    }

    /** Index behind the first of the quotes and backslashes right before an index that is a quote; 0 where none is. */
    private static int outer(String text, int first) {
        int outer = 0;
        for (int i = first - 1; i >= 0 && (OpenMarks.isQuote(text.charAt(i)) || text.charAt(i) == '\\'); i--) {
            outer = text.charAt(i) == '\\' ? outer : i + 1;
        }
        return outer;
    }

    /** The quote that ends what another one begins: no letter goes on behind it, and no backslash stands before; -1 where none does. */
    private static int closing(String text, int first) {
        char quote = text.charAt(first - 1);
        if (first > 1 && text.charAt(first - 2) == '\\') {
            return SecretSetting.at(text, first).end();
        }
        int end = first;
        while (end < text.length() && end - first < LONGEST && text.charAt(end) != '\n') {
            if (text.charAt(end) == quote && !goesOn(text, end + 1)) {
                return end;
            }
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        int plain = SecretSetting.at(text, first).end();
        return plain < text.length() && text.charAt(plain) == quote ? plain : -1;
    }

    private static boolean goesOn(String text, int index) {
        return index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }

    /** Whether nothing behind in the line is parted by a space: of a text that was cut no quote closes. */
    private static boolean isOneWord(String text, int first) {
        int end = first;
        while (end < text.length() && end - first < LONGEST && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end == text.length() || text.charAt(end) == '\n';
    }

    private int end(int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST && !stops(end)) {
            end++;
        }
        while (end > start && ".,;:?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private boolean stops(int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '<' -> isTag(at) || open.isClosedBy(c);
            case ',', ';', '&' -> parts(at) || (c == '&' && isReference(at));
            case '\\' -> isEscape(at);
            default -> Character.isWhitespace(c) || (open.isClosedBy(c) && !goesOn(text, at + 1));
        };
    }

    /** Whether another name and what it is set to are behind a mark: {@code &user=ann}, {@code , host: db}. */
    private boolean parts(int mark) {
        int name = mark + 1;
        while (text.startsWith(" ", name)) {
            name++;
        }
        int end = name;
        while (end < text.length()
                && end - name < LONGEST_NAME
                && (Letters.isWord(text.charAt(end)) || "-.[]".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end > name && (text.startsWith("=", end) || text.startsWith(": ", end) || text.startsWith("\":", end));
    }

    /** An entity of HTML, as an ampersand itself is written. */
    private boolean isReference(int at) {
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST_REFERENCE && Letters.isAsciiLetter(text.charAt(end))) {
            end++;
        }
        return end > at + 1 && text.startsWith(";", end);
    }

    /** {@code </b>}, {@code <br>}, {@code <a } */
    private boolean isTag(int at) {
        boolean closes = text.startsWith("/", at + 1);
        int end = closes ? at + 2 : at + 1;
        int name = end;
        while (end < text.length() && end - name < LONGEST_TAG && Character.isLowerCase(text.charAt(end))) {
            end++;
        }
        return end > name && (text.startsWith(">", end) || text.startsWith(" ", end) || text.startsWith("/>", end));
    }

    /** The end of a line or a quote that is written as an escape, in code and in JSON. */
    private boolean isEscape(int at) {
        int end = at;
        while (text.startsWith("\\", end)) {
            end++;
        }
        return text.startsWith("n", end)
                || text.startsWith("r\\", end)
                || (end < text.length() && OpenMarks.isQuote(text.charAt(end)) && open.isClosedBy(text.charAt(end)));
    }
}
