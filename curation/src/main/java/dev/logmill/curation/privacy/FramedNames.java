package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Letters;
import dev.logmill.curation.privacy.detect.Lexicon;
import dev.logmill.curation.privacy.detect.Words;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Single words that only what stood around them told to be somebody ("Talk to Redis"), and no list of names has. Elsewhere they may be
 * a program or a word of the language, so that they are looked for with a capital alone, and not within code: {@code redis.Redis()}
 * stays as it is.
 */
final class FramedNames {
    private final Set<String> framed = new HashSet<>();
    private final Set<String> sure = new HashSet<>();

    /** Whether a word is in no list of names, or is far better known as a program. */
    static boolean isUnlisted(String word) {
        return !Lexicon.isNameAlone(word.toLowerCase(Locale.ROOT));
    }

    /** Whether any word of a name is a title or a given name: then the others are names too, whichever list has them. */
    static boolean hasGiven(Words name) {
        for (int word = 0; word < name.count(); word++) {
            if (name.is(word, Lexicon.GIVEN | Lexicon.TITLE)
                    || (name.is(word, Lexicon.GIVEN_OR_WORD) && !name.isEnglish(word))) {
                return true;
            }
        }
        return false;
    }

    /** Takes note of how a word may be written elsewhere. */
    void add(String spelling, boolean unlisted) {
        (unlisted ? framed : sure).add(spelling);
    }

    /** Whether another spelling of a word is looked for: one in small letters is a word of any language. */
    static boolean isSoughtAs(String spelling, boolean unlisted) {
        return !unlisted || !spelling.equals(spelling.toLowerCase(Locale.ROOT));
    }

    /** Whether a word stands within code, in a path or in the host of a URL, where it names nobody. */
    boolean isCode(String text, int start, int end) {
        String word = text.substring(start, end);
        return framed.contains(word) && !sure.contains(word) && (goesOn(text, end) || isBehindCode(text, start));
    }

    private static boolean goesOn(String text, int end) {
        char mark = end < text.length() ? text.charAt(end) : ' ';
        char next = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
        return switch (mark) {
            case '_', '(' -> true;
            case '.' -> Letters.isWord(next);
            case '-', '/' -> Letters.isWord(next) && !Character.isUpperCase(next);
            case ':' -> next == '/' || next == ':';
            default -> false;
        };
    }

    /** Behind a mark of code and a word in small letters: of "Ann/Shpend" both are people. */
    private static boolean isBehindCode(String text, int start) {
        char mark = start > 0 ? text.charAt(start - 1) : ' ';
        if (mark == '_' || mark == '$') {
            return true;
        }
        int word = start - 1;
        while (word > 0 && Letters.isWord(text.charAt(word - 1))) {
            word--;
        }
        return (mark == '.' || mark == '/')
                && (word < start - 1 ? !Character.isUpperCase(text.charAt(word)) : mark == '/');
    }
}
