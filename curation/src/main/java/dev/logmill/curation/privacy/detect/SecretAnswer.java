package dev.logmill.curation.privacy.detect;

import java.util.Locale;

/** A password in the line below the question for it, where that is all: "Your password?", "Customer: s3cretX1". */
final class SecretAnswer {
    /** Chars before the name in which it may be asked for. */
    private static final int REACH = 60;

    /** Chars of who answers: "Customer: ". */
    private static final int LONGEST_SPEAKER = 18;

    private static final String ASKS = "please";

    private SecretAnswer() {}

    /** The one that answers a question for a name; empty where none does. */
    static SecretSetting of(String text, int name, int nameEnd) {
        int please = text.startsWith(",", nameEnd) ? nameEnd + 2 : nameEnd + 1;
        boolean polite = text.startsWith(ASKS, please);
        int mark = polite ? please + ASKS.length() : nameEnd;
        int line = mark + 2;
        if (line >= text.length() || text.charAt(mark + 1) != '\n' || !isAsked(text, name, mark, polite)) {
            return new SecretSetting(nameEnd, nameEnd, false);
        }
        SecretSetting set = SecretSetting.at(text, behindSpeaker(text, line));
        return isAll(text, set) ? set : new SecretSetting(nameEnd, nameEnd, false);
    }

    private static boolean isAsked(String text, int name, int mark, boolean polite) {
        if (text.charAt(mark) == '?') {
            return true;
        }
        String before = text.substring(Math.max(0, name - REACH), name);
        return text.charAt(mark) == '.'
                && (polite || before.toLowerCase(Locale.ROOT).contains(ASKS));
    }

    private static int behindSpeaker(String text, int line) {
        String near = text.substring(line, Math.min(text.length(), line + LONGEST_SPEAKER));
        int colon = near.indexOf(": ");
        return colon < 0 || near.lastIndexOf('\n', colon) >= 0 ? line : line + colon + 2;
    }

    private static boolean isAll(String text, SecretSetting set) {
        String value = set.of(text);
        boolean whole = set.end() == text.length() || text.charAt(set.end()) == '\n';
        // Words with a mark are headings: "Forgot your password?", "Sign-in".
        return whole
                && value.chars().anyMatch(c -> Letters.isDigit((char) c))
                && SecretValue.isMixed(value)
                && SecretValue.isOne(value, true, false);
    }
}
