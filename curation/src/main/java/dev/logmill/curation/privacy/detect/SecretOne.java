package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;

/** One of the passwords that were spoken of before: "reset my password, the current one is Marble#79", "the old one was ...". */
final class SecretOne {
    /** What stands before it, in small letters, marked as {@link Keywords} understand it. */
    static final String CALLED = "^one is |^one was |^one: |^one should be ";

    /** Chars before in which passwords are spoken of. */
    private static final int REACH = 120;

    private static final List<String> NAMES =
            List.of("password", "passwd", "passphrase", "passwort", "kennwort", "pwd", " pw ", " pw,", " pass ");

    private SecretOne() {}

    /** The one behind what ends at an index; empty where none is. */
    static SecretSetting behind(String text, int end) {
        SecretSetting none = new SecretSetting(end, end, false);
        SecretSetting set = SecretExtent.of(text, end, false);
        if (set.end() <= set.start() || !SecretSaid.isWritten(set.of(text))) {
            return none;
        }
        String before = text.substring(Math.max(0, end - REACH), end).toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(before::contains) ? set : none;
    }
}
