package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;

/** Whether the folder of homes is where a system has it, and no folder of the same name somewhere else or a page of the web. */
final class HomeRoot {
    /** What homes may lie below, and what addresses of files begin with. */
    private static final List<String> PARENTS =
            List.of("/var", "/export", "/usr", "/host", "/private", "/System/Volumes/Data", "file://", "://file");

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final String BEGINS = "\"'`=:([{,;<>|!";
    private static final int LONGEST_METHOD = 7;

    private HomeRoot() {}

    /**
     * Whether a path may begin, at the top, at an index, or its drive or another root may end there.
     *
     * @param first the first letter of the folder; in small letters {@code users} needs a drive
     */
    static boolean isBefore(String text, int index, char first) {
        boolean drive = index > 1
                && text.charAt(index - 1) == ':'
                && Letters.isAsciiLetter(text.charAt(index - 2))
                && !(index > 2 && Letters.isWord(text.charAt(index - 3)) && !Letters.isEscape(text, index - 3));
        if (first == 'u' || drive) {
            return drive;
        }
        if (index == 0 || Letters.isEscape(text, index - 1)) {
            return true;
        }
        char before = text.charAt(index - 1);
        if (Character.isWhitespace(before)) {
            return !METHODS.contains(wordBefore(text, index - 1));
        }
        return BEGINS.indexOf(before) >= 0 ? !isLink(text, index - 1) : isBelow(text, index);
    }

    private static boolean isBelow(String text, int index) {
        for (String parent : PARENTS) {
            if (text.startsWith(parent, index - parent.length())) {
                return true;
            }
        }
        // The drives of Windows: /c, /mnt/c.
        boolean letter = index > 1 && Letters.isAsciiLetter(text.charAt(index - 1)) && text.charAt(index - 2) == '/';
        return letter && (index == 2 || !Letters.isWord(text.charAt(index - 3)) || text.startsWith("/mnt", index - 6));
    }

    private static boolean isLink(String text, int mark) {
        return text.startsWith("href=", mark - 5) || text.startsWith("href=\\", mark - 6);
    }

    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST_METHOD && Letters.isAsciiLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }
}
