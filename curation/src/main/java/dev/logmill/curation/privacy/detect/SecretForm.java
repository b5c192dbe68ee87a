package dev.logmill.curation.privacy.detect;

import java.util.Locale;

/** Where secrets end that their form tells: private keys in armour (RFC 7468) and JSON web tokens (RFC 7519). */
final class SecretForm {
    private static final int LONGEST = 8192;
    private static final int LONGEST_LABEL = 60;

    private SecretForm() {}

    /** Behind the last line of armour that begins before, or the end of a text that is cut; -1 where it holds no private key. */
    static int armourEnd(String text, int from) {
        int line = indexOf("-----", text, from, LONGEST_LABEL);
        if (line < 0 || !text.substring(from, line).toLowerCase(Locale.ROOT).contains("private key")) {
            return -1;
        }
        int end = indexOf("-----END ", text, line + 5, LONGEST);
        int behind = end < 0 ? -1 : indexOf("-----", text, end + 9, LONGEST_LABEL);
        return behind < 0 ? Math.min(text.length(), from + LONGEST) : behind + 5;
    }

    /** Where it stands from an index on, no further off than so many chars; -1 where it does not. */
    private static int indexOf(String what, String text, int from, int most) {
        int last = Math.min(text.length(), from + most + what.length());
        int found = text.substring(Math.min(from, last), last).indexOf(what);
        return found < 0 ? -1 : from + found;
    }

    /** Behind three parts of base64url, of which the first two are JSON; the last is empty where nothing is signed. */
    static int tokenEnd(String text, int start) {
        if (Letters.wordBefore(text, start) || !text.startsWith("eyJ", start)) {
            return -1;
        }
        int first = partEnd(text, start);
        boolean second = first - start >= 16 && text.startsWith(".eyJ", first);
        int end = second ? partEnd(text, first + 1) : first;
        return second && end < text.length() && text.charAt(end) == '.' ? partEnd(text, end + 1) : -1;
    }

    /** Whether it begins as a JSON web token does, which the first part alone does not make one. */
    static boolean beginsToken(String value) {
        return value.startsWith("eyJ");
    }

    private static int partEnd(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start < LONGEST
                && (Letters.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }
}
