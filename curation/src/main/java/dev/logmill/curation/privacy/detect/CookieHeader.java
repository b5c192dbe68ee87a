package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The values in a header of cookies (RFC 6265) that open a session: {@code Cookie: sessionid=8f14e45f...; theme=dark}. */
final class CookieHeader {
    private static final Set<String> LABELS = Set.of("cookie", "cookies", "setcookie");
    private static final int MOST = 4096;

    /** Chars of a value that is random; a shorter one is a choice, as that of a theme or language. */
    private static final int LEAST = 16;

    /** The same of one whose name says that it is a key. */
    private static final int LEAST_OF_KEY = 8;

    private static final double LEAST_BITS = 3.5;

    private static final List<String> OF_KEYS = List.of("token", "csrf", "xsrf", "sess", "sid", "auth", "key", "jwt");

    /** What follows a name, and the space before a value. */
    private static final String BEHIND_NAME = " \"'\\]";

    /** Told where a value begins and ends. */
    interface Sink {
        int accept(int start, int end);
    }

    private CookieHeader() {}

    /** Whether a JSON key says that a header stands under it. */
    static boolean isLabel(String key) {
        return !key.isEmpty() && LABELS.contains(Label.plain(key));
    }

    /** Tells the values of the header whose name ends at an index; gives the end of the last, 0 where there is none. */
    static int find(String text, int nameEnd, Sink sink) {
        int i = skip(text, nameEnd);
        boolean header = i < text.length() && text.charAt(i) == ':';
        return header ? values(text, i + 1, sink) : isPair(text, i) ? values(text, i, sink) : 0;
    }

    /** The same from the index on where its value begins: pairs of a name and a value, each behind a semicolon. */
    static int values(String text, int from, Sink sink) {
        int last = 0;
        int i = skip(text, from);
        int begin = i;
        while (i < text.length() && i - from < MOST && !isEnd(text.charAt(i))) {
            if (text.charAt(i) == '=') {
                int end = valueEnd(text, i + 1);
                last = i > begin && isKey(text, begin, i + 1, end) ? sink.accept(i + 1, end) : last;
                // A value may hold an equals sign; the next name begins behind a semicolon.
                i = end;
            }
            begin = i < text.length() && text.charAt(i) == ';' ? i + 1 : begin;
            i++;
        }
        return last;
    }

    /** Whether a name and an equals sign stand here, with no space between. */
    private static boolean isPair(String text, int from) {
        int i = from;
        while (i < text.length() && (Letters.isWord(text.charAt(i)) || "-.".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i > from && i < text.length() && text.charAt(i) == '=';
    }

    private static int skip(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < 4 && BEHIND_NAME.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r' || c == '"' || c == '\'' || c == '\\';
    }

    private static int valueEnd(String text, int from) {
        int end = from;
        while (end < text.length() && " ;,\"'\\\n\r\t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isKey(String text, int name, int start, int end) {
        // Most values are short, and a header is read again for each word in it that is a label of one.
        if (end - start < LEAST_OF_KEY) {
            return false;
        }
        boolean digit = false;
        for (int i = start; i < end; i++) {
            digit |= Letters.isDigit(text.charAt(i));
        }
        String called = text.substring(name, start).toLowerCase(Locale.ROOT);
        boolean named = OF_KEYS.stream().anyMatch(called::contains);
        int least = named && digit ? LEAST_OF_KEY : LEAST;
        // A long key may do without digits.
        boolean random = digit || (named && Entropy.of(text.substring(start, end)) >= LEAST_BITS);
        return random && end - start >= least && "<$".indexOf(text.charAt(start)) < 0;
    }
}
