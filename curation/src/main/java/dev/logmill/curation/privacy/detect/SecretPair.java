package dev.logmill.curation.privacy.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * The password behind a login and what parts the two: "login: admin / s3cretX1", "Log in as ann with s3cretX1!", "u: ann p: s3cretX1";
 * behind a space alone only one that is written as nothing else is.
 */
final class SecretPair {
    /** What calls the two so, in small letters, marked as {@link Keywords} understand it. */
    static final String CALLED =
            "^login:|^logins:|credentials:|^creds:|^creds are |credentials are |^login is |^logins are |zugangsdaten:|anmeldedaten:|identifiants:|credenciales:|credenziali:"
                    + "|^login as |^log in as |^sign in as |^login with |^log in with |^sign in with |^u:|^usr:";

    private static final int REACH = 90;
    private static final String LOGIN = "^ {0,4}[A-Za-z][\\w.@+\\\\-]{0,63}";

    private static final Pattern PARTED = Pattern.compile(
            LOGIN + "(?: {0,4}/ {0,4}|,? {1,4}(?:p|pw|pwd|pass|password): {0,4}| (?:and|with|mit|et) )");
    private static final Pattern SPACED = Pattern.compile(LOGIN + " ");

    private SecretPair() {}

    /** The one behind what calls them so; empty where none is. */
    static SecretSetting password(String text, int callEnd) {
        String near = text.substring(callEnd, Math.min(text.length(), callEnd + REACH));
        Matcher parted = PARTED.matcher(near);
        if (parted.find()) {
            SecretSetting set = SecretExtent.of(text, callEnd + parted.end(), false);
            String value = set.of(text);
            if (SecretValue.isTyped(value) || SecretValue.isStrong(value)) {
                return set;
            }
        }
        Matcher spaced = SPACED.matcher(near);
        if (spaced.find()) {
            SecretSetting set = SecretExtent.of(text, callEnd + spaced.end(), false);
            if (SecretSaid.isWritten(set.of(text))) {
                return set;
            }
        }
        return new SecretSetting(callEnd, callEnd, false);
    }
}
