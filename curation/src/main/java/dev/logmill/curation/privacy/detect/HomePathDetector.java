package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * The login in the path of somebody's home: {@code /Users/NAME/src}, {@code /home/NAME}, {@code C:\Users\NAME\Desktop}, and the
 * same with dashes, as Claude Code names the folders of its sessions ({@code /-Users-NAME-src}).
 *
 * <p>Only the name is replaced, so that the path stays one. Names that many machines share ({@link SharedLogins}) stay, and so
 * does a folder {@code Users} or {@code home} that is not at the top: {@code src/Users/List.java}.
 */
public final class HomePathDetector implements Detector {
    private static final String TYPE = "USERNAME";
    private static final int SHORTEST = 2;
    private static final int LONGEST = 64;
    private static final int MOST_SEPARATORS = 8;
    private static final int MOST_SPACES = 3;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.slashes() || signs.escaped();
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        if (isRoute(label)) {
            return;
        }
        String text = scan.text();
        find(text, "Users", sink);
        find(text, "home", sink);
        if (scan.signs().colons() > 0) {
            find(text, "users", sink);
        }
    }

    /** Whether an address of a web server stands under a JSON key. */
    private static boolean isRoute(String label) {
        return label.endsWith("route") || label.equals("url.path") || label.equals("http.target");
    }

    private static void find(String text, String folder, Consumer<Finding> sink) {
        int at = text.indexOf(folder);
        while (at >= 0) {
            int end = at + folder.length();
            if (at > 0 && end < text.length()) {
                char separator = text.charAt(end);
                if (separator == '/' || separator == '\\') {
                    path(text, at, end, sink);
                } else if (separator == '-' && isDashed(text, at)) {
                    accept(text, end + 1, wordEnd(text, end + 1, '-'), sink);
                }
            }
            at = text.indexOf(folder, end);
        }
    }

    private static boolean isDashed(String text, int at) {
        return at > 1 && text.charAt(at - 1) == '-' && isSeparator(text.charAt(at - 2));
    }

    private static void path(String text, int at, int end, Consumer<Finding> sink) {
        int before = separatorsStart(text, at);
        if (before == at || !HomeRoot.isBefore(text, before, text.charAt(at))) {
            return;
        }
        int start = separatorsEnd(text, end);
        boolean windows = text.indexOf('\\', before) >= 0 && text.charAt(start - 1) == '\\';
        int word = wordEnd(text, start, '/');
        accept(text, start, windows ? withSpaces(text, start, word) : word, sink);
    }

    /** Where separators begin: one, or several as escapes double them. */
    private static int separatorsStart(String text, int end) {
        int start = end;
        while (start > 0
                && end - start < MOST_SEPARATORS
                && isSeparator(text.charAt(start - 1))
                && isOne(text, start, end)) {
            start--;
        }
        return start;
    }

    /** A slash is one alone, behind it backslashes escape it; of backslashes there may be any number. */
    private static boolean isOne(String text, int start, int end) {
        return start == end || text.charAt(start - 1) == '\\';
    }

    private static int separatorsEnd(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < MOST_SEPARATORS && text.charAt(end) == '\\') {
            end++;
        }
        return end < text.length() && text.charAt(end) == '/' ? end + 1 : end;
    }

    private static int wordEnd(String text, int start, char separator) {
        int end = start;
        while (end < text.length() && end - start < LONGEST && isOfName(text.charAt(end), separator)) {
            end++;
        }
        while (end > start && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    private static boolean isOfName(char c, char separator) {
        return c != separator
                && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '~');
    }

    /** On Windows a name may be of several words, where the path goes on behind them. */
    private static int withSpaces(String text, int start, int word) {
        int end = word;
        for (int spaces = 0; spaces < MOST_SPACES && end < text.length() && text.charAt(end) == ' '; spaces++) {
            int next = wordEnd(text, end + 1, '/');
            if (next == end + 1 || next - start > LONGEST) {
                return word;
            }
            end = next;
        }
        return end < text.length() && text.charAt(end) == '\\' ? end : word;
    }

    private static void accept(String text, int start, int end, Consumer<Finding> sink) {
        if (end - start < SHORTEST || !(Character.isLetterOrDigit(text.charAt(start)) || text.charAt(start) == '_')) {
            return;
        }
        String name = text.substring(start, end).toLowerCase(Locale.ROOT);
        boolean goesOn = end < text.length() && isSeparator(text.charAt(end));
        if (!SharedLogins.has(name) && (goesOn || !SharedLogins.isFile(name))) {
            sink.accept(new Finding(TYPE, start, end, name));
        }
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '\\';
    }
}
