package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;
import java.util.Set;

/**
 * What a parameter that is called so is set to, in logs and forms, with nothing between: the id of a session of a browser
 * ({@code PHPSESSID=5d2f...}) and the signature of an address ({@code sig=k3Yz...%3D}).
 */
final class SentToken {
    /** Ends of names in small letters, marked as {@link Keywords} understand them. */
    static final String CALLED = "sessid=|sessionid=|session=|connect.sid=|^sig=|&sig=|?sig=|;sig=";

    private static final Set<Character> ENDS =
            Set.of(' ', '\n', '\r', '\t', ';', ',', '&', '"', '\'', ')', ']', '|', '<');
    private static final int LONGEST = 256;

    /** Of a session no UUID, which everything else is known by. */
    private static final Pattern SESSION = Pattern.compile("[0-9a-f]{24,}|(?:s%3A|s:)?[\\w.%+/=-]{22,}");

    /** HMAC-SHA256 in base64. */
    private static final Pattern SIGNATURE = Pattern.compile("(?:[\\w+/-]|%2[bBfF]){43}(?:=|%3[dD])?");

    private SentToken() {}

    /** The one behind a name with its sign that ends at an index; empty where none is. */
    static SecretSetting behind(String text, int signEnd) {
        int end = signEnd;
        while (end < text.length() && end - signEnd < LONGEST && !ENDS.contains(text.charAt(end))) {
            end++;
        }
        String value = text.substring(signEnd, end);
        boolean signature = text.startsWith("sig=", signEnd - "sig=".length());
        boolean one = signature ? SIGNATURE.matches(value) && SecretValue.looksRandom(value) : isSession(value);
        return new SecretSetting(signEnd, one ? end : signEnd, false);
    }

    private static boolean isSession(String value) {
        return SESSION.matches(value)
                && SecretToken.isMade(value.replace("%", ""))
                && !(value.length() == Uuid.LENGTH && Uuid.isAt(value, 0));
    }
}
