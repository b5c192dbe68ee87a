package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/**
 * What a parameter that is called so is set to, in logs and forms, with nothing between: the id of a session of a browser
 * ({@code PHPSESSID=5d2f...}) the signature of an address ({@code sig=k3Yz...%3D}), and the code of one use in one
 * ({@code /verify?code=725661}).
 */
final class SentToken {
    /** Ends of names in small letters, marked as {@link Keywords} understand them. */
    static final String CALLED =
            "sessid=|sessionid=|session=|connect.sid=|^sig=|&sig=|?sig=|;sig=|&code=|?code=|&otp=|?otp=";

    private static final Set<Character> ENDS =
            Set.of(' ', '\n', '\r', '\t', ';', ',', '&', '"', '\'', ')', ']', '|', '<');
    private static final int LONGEST = 256;

    /** Of a session no UUID, which everything else is known by. */
    private static final Pattern SESSION = Pattern.compile("[0-9a-f]{24,}|(?:s%3A|s:)?[\\w.%+/=-]{22,}");

    /** HMAC-SHA256 in base64. */
    private static final Pattern SIGNATURE = Pattern.compile("(?:[\\w+/-]|%2[bBfF]){43}(?:=|%3[dD])?");

    private static final Pattern CODE = Pattern.compile("\\d{4,8}");

    private static final Set<Character> ENDS_BEFORE = Set.of(' ', '\n', '\r', '\t', '"', '\'', '(', '<');

    private static final Set<String> LOGINS = Set.of(
            "reset",
            "verify",
            "verif",
            "confirm",
            "login",
            "signin",
            "otp",
            "2fa",
            "mfa",
            "activate",
            "email=",
            "phone=");

    private SentToken() {}

    /** The one behind a name with its sign that ends at an index; empty where none is. */
    static SecretSetting behind(String text, int signEnd) {
        int end = signEnd;
        while (end < text.length() && end - signEnd < LONGEST && !ENDS.contains(text.charAt(end))) {
            end++;
        }
        String value = text.substring(signEnd, end);
        if (text.startsWith("code=", signEnd - "code=".length())
                || text.startsWith("otp=", signEnd - "otp=".length())) {
            return new SecretSetting(signEnd, CODE.matches(value) && isOfLogin(text, signEnd) ? end : signEnd, false);
        }
        boolean signature = text.startsWith("sig=", signEnd - "sig=".length());
        boolean one = signature ? SIGNATURE.matches(value) && SecretValue.looksRandom(value) : isSession(value);
        return new SecretSetting(signEnd, one ? end : signEnd, false);
    }

    /** Whether the address says what a code of one use is for: {@code /reset?email=...&code=}. */
    private static boolean isOfLogin(String text, int signEnd) {
        int start = signEnd;
        while (start > 0 && signEnd - start < LONGEST && !ENDS_BEFORE.contains(text.charAt(start - 1))) {
            start--;
        }
        String address = text.substring(start, signEnd).toLowerCase(Locale.ROOT);
        return LOGINS.stream().anyMatch(address::contains);
    }

    private static boolean isSession(String value) {
        return SESSION.matches(value)
                && SecretToken.isMade(value.replace("%", ""))
                && !(value.length() == Uuid.LENGTH && Uuid.isAt(value, 0));
    }
}
