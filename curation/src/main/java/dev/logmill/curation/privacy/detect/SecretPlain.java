package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/**
 * A word of letters alone as a password: behind whose it is or what it opens ("Wi-Fi password: sunflower"), as a setting without
 * spaces ({@code passwd=monkey}), and as what answers a question of security. Elsewhere it is rather what is said of passwords.
 */
final class SecretPlain {
    private static final int LEAST = 4;
    private static final int REACH = 12;
    private static final int LEAST_LETTERS = 5;
    private static final int LEAST_WITH_MORE = 8;

    private static final Pattern WORD_AND_NUMBER = Pattern.compile("[A-Z][a-z]{4,}\\d{2,4}");

    private static final Set<String> OWNED = Phrases.of(
            "wi-fi|wifi|wlan|wpa|wpa2|wpa3|wep|router|hotspot|my|our|his|her|their|mein|unser|sein|mon|notre|son|mi|nuestra|mia|nostra|mijn|ons|onze"
                    + "|zijn|haar|moje|nasze|minha|nossa|sua|min|mitt");

    private SecretPlain() {}

    /**
     * Whether one is set.
     *
     * @param name index of the first char of what calls it a secret
     * @param nameEnd index after its last
     * @param set what it is set to
     */
    static boolean is(String text, int name, int nameEnd, SecretSetting set) {
        String value = text.substring(set.start(), set.end()).toLowerCase(Locale.ROOT);
        if (value.length() < LEAST
                || SecretStates.has(value)
                || value.contains("password")
                || value.startsWith("your")
                || !SecretValue.isSecret(value, LEAST)) {
            return false;
        }
        if (!value.chars().allMatch(Character::isLetter)) {
            return SecretStates.isDrawn(value) && isTold(text, name, set.end());
        }
        if (text.substring(nameEnd, set.start()).matches(" (is|was):? ") && !SecretStates.mayBeSaid(set.of(text))) {
            return endsSentence(text, set.end());
        }
        return text.startsWith("=", nameEnd) ? isSetting(text, name, nameEnd, set) : isTold(text, name, set.end());
    }

    /** Whether it is as people make passwords of words: five letters or more, and then digits and marks. */
    static boolean isWordAndMore(String value) {
        int letters = 0;
        while (letters < value.length() && Letters.isAsciiLetter(value.charAt(letters))) {
            letters++;
        }
        return letters >= LEAST_LETTERS
                && value.length() >= LEAST_WITH_MORE
                && value.chars().skip(letters).noneMatch(c -> Letters.isAsciiLetter((char) c) || c == '.' || c == '/');
    }

    /** Whether it is one word with a capital, and a number of two to four digits: Fluffy1987. */
    static boolean isWordAndNumber(String value) {
        return WORD_AND_NUMBER.matches(value);
    }

    /** Between spaces or the marks of a query; an argument of a call ends before a comma or a bracket. */
    private static boolean isSetting(String text, int name, int nameEnd, SecretSetting set) {
        boolean begins = name == 0 || " \n\t?&;".indexOf(text.charAt(name - 1)) >= 0;
        boolean argument = name > 1 && text.charAt(name - 2) == ',';
        int end = set.end();
        boolean ends = end == text.length() || " \n\t&;".indexOf(text.charAt(end)) >= 0;
        return set.start() == nameEnd + 1 && begins && !argument && ends;
    }

    /** At the end of a line or sentence. */
    private static boolean isTold(String text, int name, int end) {
        boolean answer =
                text.regionMatches(true, name, "security", 0, 8) || text.regionMatches(true, name, "secret", 0, 6);
        return endsSentence(text, end) && (answer || OWNED.contains(wordBefore(text, name)));
    }

    private static boolean endsSentence(String text, int end) {
        return end == text.length() || "\n.,;!".indexOf(text.charAt(end)) >= 0;
    }

    private static String wordBefore(String text, int index) {
        int end = index;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0
                && end - start < REACH
                && (Letters.isWord(text.charAt(start - 1)) || text.charAt(start - 1) == '-')) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
