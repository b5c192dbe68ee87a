package dev.logmill.curation.privacy.detect;

import java.util.List;

/** Passwords behind what calls them so in scripts other than Latin; see {@link NativeCues}. They are of ASCII, as those of most systems are. */
final class NativeSecret {
    private static final int LONGEST = 128;
    private static final int MOST_SPACES = 3;

    /** What stands between: colons, and words for "is". */
    private static final List<String> SETS = List.of(
            ":",
            "\uff1a",
            "=",
            "\u306f",
            "\u304c",
            "\u662f",
            "\u4e3a",
            "\u70ba",
            "\uc740",
            "\ub294",
            "\u2014",
            "-",
            "\u05d4\u05d9\u05d0",
            "\u03b5\u03af\u03bd\u03b1\u03b9",
            "\u0647\u064a",
            "\u0939\u0948",
            "\u0e04\u0e37\u0e2d");

    private NativeSecret() {}

    /** The one behind a cue; empty where none is. */
    static SecretSetting behind(String text, int cueEnd) {
        int set = skip(text, cueEnd);
        for (String sets : SETS) {
            if (text.startsWith(sets, set)) {
                int start = skip(text, set + sets.length());
                return new SecretSetting(start, end(text, start), false);
            }
        }
        return new SecretSetting(cueEnd, cueEnd, false);
    }

    private static int skip(String text, int from) {
        int i = from;
        while (i < text.length()
                && i - from < MOST_SPACES
                && " \u3000\"'\u300c\u201c\u00ab`".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** The end of what begins here, if it is one; the index itself otherwise. */
    static int end(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start < LONGEST
                && text.charAt(end) > ' '
                && text.charAt(end) < 0x7f
                && "\"'`<>,;".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > start && ".)]}".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String value = text.substring(start, end);
        // Where other signs are written a word of Latin letters with capitals within is hardly what is said of
        // passwords.
        boolean odd = value.chars().skip(1).anyMatch(Character::isUpperCase)
                && value.chars().allMatch(Character::isLetter);
        return SecretValue.isOne(value, true, odd) ? end : start;
    }
}
