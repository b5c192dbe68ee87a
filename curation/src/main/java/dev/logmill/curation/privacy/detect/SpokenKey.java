package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/**
 * A key or token of machines behind a word that calls it one in a sentence: "use this key Zk4...", "the API key you gave me, Zk4...,
 * returns 401". Behind words as common as these only what is long and of small letters, capitals and digits is one.
 */
final class SpokenKey {
    private static final int MOST_WORDS = 6;
    private static final int LONGEST_WORD = 12;
    private static final int LEAST_DIGITS = 3;

    private static final Set<String> OWNERS =
            Phrases.of("my|your|our|his|her|their|the|this|new|old|use|with|paste|copied|mein|mon|mi");

    /** What stands between a word and the key. */
    private static final String MARKS = " ,:;(`\"'";

    private SpokenKey() {}

    /** The one right behind a word that ends at an index; empty where none is. */
    static SecretSetting right(String text, int wordEnd) {
        int start = text.startsWith(" ", wordEnd) ? behindMarks(text, wordEnd) : wordEnd;
        SecretSetting key = start > wordEnd ? key(text, start) : new SecretSetting(wordEnd, wordEnd, false);
        if (key.end() > key.start()) {
            return key;
        }
        boolean quote = wordEnd < text.length() && "\"'`".indexOf(text.charAt(wordEnd)) >= 0;
        return quote ? SecretBeside.token(text, wordEnd) : owned(text, wordEnd);
    }

    /** A shorter one behind whose it is or what is to be done with it: "my token is ...", "use token ...". */
    private static SecretSetting owned(String text, int wordEnd) {
        SecretSetting none = new SecretSetting(wordEnd, wordEnd, false);
        int word = wordStart(text, wordEnd);
        int owner = wordStart(text, word - 1);
        if (word == 0 || text.charAt(word - 1) != ' ' || !OWNERS.contains(lower(text, owner, word - 1))) {
            return none;
        }
        boolean said = text.startsWith(" is ", wordEnd);
        int start = behindMarks(text, said ? wordEnd + " is".length() : wordEnd);
        SecretSetting set = SecretSetting.at(text, start);
        return start > wordEnd && isMadeOfAllKinds(set.of(text)) ? set : none;
    }

    private static String lower(String text, int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static int wordStart(String text, int end) {
        int start = Math.max(0, end);
        while (start > 0 && end - start < LONGEST_WORD && Letters.isAsciiLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isMadeOfAllKinds(String value) {
        return SecretValue.isTyped(value)
                && !SecretValue.isOfAlgorithm(value)
                && SecretToken.isMade(value)
                && hasDigits(value);
    }

    /** The one behind a name and some words of the same sentence; empty where none is. */
    static SecretSetting near(String text, int nameEnd) {
        int at = nameEnd;
        for (int words = 0; words < MOST_WORDS && at < text.length() && MARKS.indexOf(text.charAt(at)) >= 0; words++) {
            int start = behindMarks(text, at);
            SecretSetting key = key(text, start);
            if (key.end() > key.start()) {
                return key;
            }
            at = wordEnd(text, start);
        }
        return new SecretSetting(nameEnd, nameEnd, false);
    }

    private static int behindMarks(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < 4 && MARKS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()
                && end - from < LONGEST_WORD
                && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '\'')) {
            end++;
        }
        return end;
    }

    private static SecretSetting key(String text, int start) {
        SecretSetting set = SecretSetting.at(text, start);
        return is(set.of(text)) ? set : new SecretSetting(start, start, false);
    }

    static boolean is(String value) {
        return SecretValue.isKey(value)
                && !SecretForm.beginsToken(value)
                && SecretToken.isMade(value)
                && hasDigits(value);
    }

    private static boolean hasDigits(String value) {
        return value.chars().filter(c -> Letters.isDigit((char) c)).count() >= LEAST_DIGITS;
    }
}
