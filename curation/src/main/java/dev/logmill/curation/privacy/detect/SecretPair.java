package dev.logmill.curation.privacy.detect;

/** The password behind a login and a slash: "login: admin / s3cretX1", "credentials: admin/s3cretX1". */
final class SecretPair {
    /** What calls the two so, in small letters, marked as {@link Keywords} understand it. */
    static final String CALLED =
            "^login:|^logins:|credentials:|^creds:|^creds are |credentials are |^login is |^logins are |zugangsdaten:|anmeldedaten:|identifiants:|credenciales:|credenziali:";

    private static final int MOST_SPACES = 4;
    private static final int LONGEST = 64;

    private SecretPair() {}

    /** The one behind what calls them so; empty where none is. */
    static SecretSetting password(String text, int callEnd) {
        int start = spacesEnd(text, callEnd);
        int end = start;
        while (end < text.length() && end - start < LONGEST && isPart(text.charAt(end))) {
            end++;
        }
        int slash = spacesEnd(text, end);
        SecretSetting none = new SecretSetting(callEnd, callEnd, false);
        if (end == start || !Letters.isAsciiLetter(text.charAt(start)) || !text.startsWith("/", slash)) {
            return none;
        }
        int from = spacesEnd(text, slash + 1);
        SecretSetting set = SecretSetting.at(text, from);
        String value = set.of(text);
        return SecretValue.isTyped(value) || SecretValue.isStrong(value) ? set : none;
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || ".-@+\\".indexOf(c) >= 0;
    }

    private static int spacesEnd(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < MOST_SPACES && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
