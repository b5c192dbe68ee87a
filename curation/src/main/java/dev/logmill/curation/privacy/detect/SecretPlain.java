package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/**
 * A word of letters alone as a password: behind whose it is or what it opens ("Wi-Fi password: sunflower"), as a setting without
 * spaces ({@code passwd=monkey}), and as what answers a question of security. Elsewhere it is rather what is said of passwords.
 */
final class SecretPlain {
    private static final int LEAST = 4;
    private static final int REACH = 12;

    private static final Set<String> OWNED =
            Set.of("wi-fi", "wifi", "wlan", "router", "hotspot", "my", "our", "his", "her", "their");

    /** What is said of a password. */
    private static final Set<String> STATES = Phrases.of(
            "incorrect|wrong|correct|right|required|needed|missing|expired|changed|printed|written|invalid|weak|strong|displayed|empty"
                    + "|blank|protected|encrypted|hashed|stored|optional|mandatory|hidden|shown|visible|different|secure|safe|known"
                    + "|unknown|saved|accepted|rejected|valid|working|broken|fine|ready|below|above|here|there|case-sensitive|reset"
                    + "|gone|lost|forgotten|stolen|leaked|compromised|locked|blocked|easy|hard|long|short|good|okay|already|still"
                    + "|also|something|nothing|anything|unchanged|updated|generated|default|failing|failed|what|where|this|that|same"
                    + "|hint|prompt|field|input|file|manager|getpass|password|passwd|passwort|string|secret|true|false|null|none|self"
                    + "|private|confidential|redacted|masked|user|name|value|text|variable|attached|enclosed|available|temporary|very"
                    + "|unsafe|insecure|obvious|guessable|recorded|verified|confirmed|checked|not|unset|later");

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
                || STATES.contains(value)
                || value.contains("password")
                || value.startsWith("your")
                || !value.chars().allMatch(Character::isLetter)) {
            return false;
        }
        return text.startsWith("=", nameEnd) ? isSetting(text, name, nameEnd, set) : isTold(text, name, set.end());
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
        boolean ends = end == text.length() || "\n.,;!".indexOf(text.charAt(end)) >= 0;
        boolean answer =
                text.regionMatches(true, name, "security", 0, 8) || text.regionMatches(true, name, "secret", 0, 6);
        return ends && (answer || OWNED.contains(wordBefore(text, name)));
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
