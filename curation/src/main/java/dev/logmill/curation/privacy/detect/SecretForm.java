package dev.logmill.curation.privacy.detect;

import java.util.Locale;

/** Where secrets end that their form tells: private keys in armour (RFC 7468) and JSON web tokens (RFC 7519), also encrypted ones. */
final class SecretForm {
    private static final int LONGEST = 8192;
    private static final int LONGEST_LABEL = 60;
    private static final int LEAST_HEADER = 16;
    private static final int PARTS_OF_ENCRYPTED = 5;
    private static final int LEAST_ENCRYPTED = 80;

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

    /** Behind three parts of base64url, of which the first two are JSON and the last is empty where nothing is signed, or five. */
    static int tokenEnd(String text, int start) {
        if (Letters.wordBefore(text, start) || !text.startsWith("eyJ", start)) {
            return -1;
        }
        int first = partEnd(text, start);
        boolean second = first - start >= LEAST_HEADER && text.startsWith(".eyJ", first);
        int end = second ? partEnd(text, first + 1) : first;
        return second && end < text.length() && text.charAt(end) == '.'
                ? partEnd(text, end + 1)
                : encryptedEnd(text, start, first);
    }

    /** Behind five parts, of which the second is empty where the key is known to both (RFC 7516); -1 where there are not so many. */
    private static int encryptedEnd(String text, int start, int first) {
        int end = first;
        for (int part = 1; part < PARTS_OF_ENCRYPTED; part++) {
            if (!text.startsWith(".", end)) {
                return -1;
            }
            int from = end + 1;
            end = partEnd(text, from);
            if (end == from && part > 1) {
                return -1;
            }
        }
        return first - start >= LEAST_HEADER && end - start >= LEAST_ENCRYPTED ? end : -1;
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
