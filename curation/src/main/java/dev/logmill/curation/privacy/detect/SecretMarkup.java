package dev.logmill.curation.privacy.detect;

import java.util.List;

/**
 * What a name is set to in markup: an element of that name, {@code <password>s3cret</password>}; an element or attribute beside what
 * names it, {@code <add key="Password" value="s3cret"/>}, {@code <entry key="password">s3cret</entry>}, {@code <td>Password</td>
 * <td>s3cret</td>}.
 */
final class SecretMarkup {
    private static final int REACH = 120;
    private static final int LONGEST_NAME = 48;
    private static final int LONGEST = 400;

    /** Elements that hold what the one before them names; not {@code th}, which heads another column. */
    private static final List<String> HOLDERS = List.of("value", "string", "td", "dd", "data", "span", "code");

    private SecretMarkup() {}

    /** The one behind a name that ends at an index; empty where none is. What stands in an element of the name itself counts as quoted. */
    static SecretSetting behind(String text, int nameEnd) {
        int end = nameEnd;
        while (end < text.length() && end - nameEnd < LONGEST_NAME && isPart(text.charAt(end))) {
            end++;
        }
        // A policy, a hint, a length of passwords goes on in letters.
        if (end >= text.length() || (end > nameEnd && Letters.isAsciiLetter(text.charAt(nameEnd)))) {
            return none(nameEnd);
        }
        return switch (text.charAt(end)) {
            case '>' -> isTag(text, nameEnd) ? content(text, end + 1, true) : none(nameEnd);
            case '"', '\'' -> named(text, end);
            case '<' -> text.startsWith("</", end) ? beside(text, end) : none(nameEnd);
            default -> none(nameEnd);
        };
    }

    private static SecretSetting none(int at) {
        return new SecretSetting(at, at, false);
    }

    /** Where it stands from an index on, no further off than so many chars; -1 where it does not. */
    private static int indexOf(String text, char c, int from, int most) {
        int end = Math.min(text.length(), from);
        int last = Math.min(text.length(), end + most);
        while (end < last && text.charAt(end) != c) {
            end++;
        }
        return end < last ? end : -1;
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || ".-:".indexOf(c) >= 0;
    }

    /** Whether what a name ends began a tag. */
    private static boolean isTag(String text, int nameEnd) {
        int start = nameEnd;
        while (start > 0 && nameEnd - start < LONGEST_NAME && isPart(text.charAt(start - 1))) {
            start--;
        }
        return start > 0 && text.charAt(start - 1) == '<';
    }

    /** Up to the next tag. */
    private static SecretSetting content(String text, int from, boolean own) {
        int start = from;
        while (start < text.length() && start - from < LONGEST_NAME && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && end - start < LONGEST && !isEnd(text.charAt(end))) {
            end++;
        }
        boolean closed = text.startsWith("<", end)
                || (end < text.length() && Character.isWhitespace(text.charAt(end)) && isClosedBehind(text, end));
        return closed && end > start ? new SecretSetting(start, end, own) : none(from);
    }

    private static boolean isEnd(char c) {
        return Character.isWhitespace(c) || "<>\"".indexOf(c) >= 0;
    }

    private static boolean isClosedBehind(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_NAME && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.startsWith("</", end);
    }

    /** In the value of an attribute that names: the attribute {@code value} of the same tag, or what the tag holds. */
    private static SecretSetting named(String text, int quote) {
        String head = text.substring(Math.max(0, quote - LONGEST_NAME), quote);
        int open = quote - head.length() + head.lastIndexOf('=');
        String before = text.substring(Math.max(0, open - 4), Math.max(0, open));
        boolean names = head.indexOf('=') >= 0 && (before.endsWith("key") || before.endsWith("name"));
        int close = indexOf(text, '>', quote, REACH);
        if (!names || close < 0) {
            return none(quote);
        }
        int value = quote + text.substring(quote, close).indexOf("value=");
        if (value >= quote) {
            SecretSetting set = SecretSetting.at(text, Math.min(text.length(), value + "value=\"".length()));
            return set.quoted() ? new SecretSetting(set.start(), set.end(), false) : none(quote);
        }
        return text.charAt(close - 1) == '/' ? none(quote) : content(text, innerTag(text, close + 1), false);
    }

    /** Behind the tag that begins here, with space before, if it is the element {@code value}; the index itself otherwise. */
    private static int innerTag(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < LONGEST_NAME && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.startsWith("<value>", at) ? at + "<value>".length() : from;
    }

    /** In the element behind the one that ends here. */
    private static SecretSetting beside(String text, int closing) {
        int close = indexOf(text, '>', closing, LONGEST_NAME);
        int open = close + 1;
        while (close >= 0
                && open < text.length()
                && open - close < LONGEST_NAME
                && Character.isWhitespace(text.charAt(open))) {
            open++;
        }
        int inner = close < 0 ? -1 : indexOf(text, '>', open, LONGEST_NAME);
        int tag = open + 1;
        boolean element = inner > 0
                && text.charAt(open) == '<'
                && HOLDERS.stream().anyMatch(holder -> text.startsWith(holder, tag));
        return element ? content(text, inner + 1, false) : none(closing);
    }
}
