package dev.logmill.eval.grade;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Phrases in scripts that put no spaces between words. */
public final class UnspacedScript {
    private static final Set<UnicodeScript> SCRIPTS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private UnspacedScript() {}

    /** How many letters of such scripts a text has. */
    public static int letters(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.isLetter(c) && SCRIPTS.contains(UnicodeScript.of(c)))
                .count();
    }

    /** What a folded text makes of a phrase that it does not have as words of its own. */
    static Phrases.Mention mention(String text, String phrase) {
        if (letters(phrase) == 0) {
            return Phrases.Mention.ABSENT;
        }
        Phrases.Mention best = Phrases.Mention.ABSENT;
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            // Japanese denies behind the phrase: 東京ではありません.
            boolean denied = text.startsWith("では", end) || text.startsWith("じゃ", end);
            if (!denied && isEdge(text, at) && isEdge(text, end)) {
                return Phrases.Mention.SAID;
            }
            best = Phrases.Mention.UNCLEAR;
        }
        return best;
    }

    private static boolean isEdge(String text, int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        boolean apart = !isOfWord(before) || !isOfWord(after);
        UnicodeScript one = UnicodeScript.of(before);
        UnicodeScript other = UnicodeScript.of(after);
        return apart
                || (one != other
                        && one != UnicodeScript.INHERITED
                        && other != UnicodeScript.INHERITED
                        && one != UnicodeScript.COMMON
                        && other != UnicodeScript.COMMON);
    }

    private static boolean isOfWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
