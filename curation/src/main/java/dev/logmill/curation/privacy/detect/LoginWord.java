package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** Whether a word may be a login where something calls it one, and what tells it from a word of a language. */
final class LoginWord {
    private static final int LEAST = 3;
    private static final int LEAST_WORD = 5;
    private static final int MOST = 40;

    /** What code and manuals have where a login would stand. */
    private static final Set<String> EXAMPLES = Phrases.of(
            "str|int|varchar|bool|null|none|undefined|param|args|kwargs|uname|func|async|await|const|var|json"
                    + "|readonly|nullable|optional|uuid|guid|oauth|oauth2|saml|ldap|sso|http|https|localhost|email|e-mail");

    private LoginWord() {}

    /** Whether it is long enough, of the chars of logins, and neither shared nor an example; {@code sure} where nothing else could be meant. */
    static boolean isOne(String word, boolean sure) {
        String small = word.toLowerCase(Locale.ROOT);
        return word.length() >= (sure ? LEAST : LEAST_WORD)
                && word.length() <= MOST
                && word.chars().allMatch(c -> Letters.isWord((char) c) || c == '.' || c == '-')
                && word.chars().anyMatch(c -> Letters.isAsciiLetter((char) c))
                && !SharedLogins.has(small)
                && !EXAMPLES.contains(small)
                && !small.contains("example")
                && !small.startsWith("your");
    }

    /** Whether digits, or letters on both sides of a mark, make it no word: mkaya_92, ann.lee. */
    static boolean hasMark(String word) {
        return hasDigit(word)
                || (word.equals(word.toLowerCase(Locale.ROOT)) && (word.indexOf('_') > 0 || word.indexOf('.') > 0));
    }

    /** xXSlayerXx: a small letter, and a capital somewhere behind it. */
    static boolean isOfCamels(String word) {
        boolean small = Character.isLowerCase(word.charAt(0));
        return small && word.chars().skip(1).anyMatch(Character::isUpperCase);
    }

    static boolean hasDigit(String word) {
        return word.chars().anyMatch(c -> Letters.isDigit((char) c));
    }
}
