package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a text under a JSON key is a secret, as the key says: {@code password}; {@code DB_PASSWORD} and {@code passwords}, under which
 * it must be written as one is; and whatever key it has in an object of them, {@code {"secrets": {"db": "s3cretX1"}}}.
 */
public final class SecretLabel {
    /** What stands under these are secrets, each under a key of its own. */
    private static final Set<String> HOLDERS = Set.of("secrets", "passwords");

    private static final List<String> ENDS = List.of("password", "passwd", "passphrase", "passwort", "kennwort", "pwd");

    /** An object, whose own keys say what is in it. */
    static final String OF_JSON = "{\"";

    private SecretLabel() {}

    /** Whether what stands under a key are secrets, each under a key of its own. */
    public static boolean isHolder(String key) {
        return HOLDERS.contains(key.toLowerCase(Locale.ROOT));
    }

    /** Whether a key is what a secret is called. */
    public static boolean isName(String key) {
        return Label.of(key).isSecret() || ShortName.isOne(key) || endsAsOne(key);
    }

    static boolean is(String key, String text) {
        if (key.isEmpty() || text.startsWith(OF_JSON)) {
            return false;
        }
        if (Label.of(key).isSecret()) {
            return true;
        }
        boolean held = key.indexOf('.') > 0 && isHolder(key.substring(0, key.indexOf('.')));
        return (ShortName.isOne(key) && SecretValue.isMixed(text))
                || ((held || isHolder(key) || endsAsOne(key))
                        && text.indexOf(' ') < 0
                        && (SecretSaid.isWritten(text) || SecretSaid.isPlain(text)));
    }

    /** Whether its last word is one: {@code smtp_password}, {@code db-passwords}, {@code adminPassword}. */
    private static boolean endsAsOne(String key) {
        int last = key.endsWith("s") || key.endsWith("S") ? key.length() - 1 : key.length();
        return ENDS.stream().anyMatch(end -> {
            int start = last - end.length();
            return start > 0 && key.regionMatches(true, start, end, 0, end.length()) && begins(key, start);
        });
    }

    private static boolean begins(String key, int start) {
        char before = key.charAt(start - 1);
        return !Character.isLetter(before)
                || (Character.isLowerCase(before) && Character.isUpperCase(key.charAt(start)));
    }
}
