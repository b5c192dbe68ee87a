package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Passwords that no sign sets, or that stand further off: "username ann password s3cretX1", "the password for the staging server is
 * s3cretX1", "use s3cretX1 as the password". They are of letters and of digits or marks, as no word is.
 */
final class SecretNear {
    private static final int REACH = 60;

    /** What a password is for begins so. */
    private static final List<String> FOR = List.of(
            " for ",
            " to ",
            " of ",
            " on ",
            " at ",
            " f\u00fcr ",
            " vom ",
            " von ",
            " zum ",
            " zur ",
            " pour ",
            " du ",
            " de ",
            " para ",
            " per ",
            " voor ",
            " van ",
            " till ",
            " do ");

    /** What sets it behind that. */
    private static final List<String> SETS =
            List.of(" is ", " was ", " lautet ", " ist ", " est ", " es ", " \u00e8 ", " \u00e9 ", ": ", " = ");

    /** What stands between a password before and what calls it so. */
    private static final List<String> CALLS = List.of(
            " as the ",
            " as my ",
            " as your ",
            " as ",
            " is my ",
            " is the ",
            " is your ",
            " als ",
            " ist mein ",
            " ist das ",
            " comme ");

    private static final Set<String> USERS =
            Phrases.of("user|username|login|account|usr|benutzer|benutzername|utilisateur"
                    + "|usuario|utente|gebruiker|u|id|userid|uid|email|mail");

    private static final Set<String> JOINS = Phrases.of("and|und|et|y|e|en|og|och|with|mit");

    private SecretNear() {}

    /** The one near a name; empty where none is. */
    static SecretSetting of(String text, int name, int nameEnd) {
        SecretSetting right = behind(text, nameEnd);
        if (isTyped(text, right) && isOfUser(text, name)) {
            return right;
        }
        SecretSetting answered = SecretAnswer.of(text, name, nameEnd);
        if (answered.end() > answered.start()) {
            return answered;
        }
        SecretSetting far = far(text, nameEnd);
        boolean weak = SecretSaid.isPlain(far.of(text)) && SecretSaid.ends(text, far.end());
        if (isTyped(text, far) || weak) {
            return far;
        }
        SecretSetting typed = SecretTyped.before(text, name, nameEnd);
        return typed.end() > typed.start() ? typed : before(text, name, nameEnd);
    }

    private static SecretSetting behind(String text, int space) {
        boolean begins = space + 1 < text.length() && text.charAt(space) == ' ';
        return begins ? SecretSetting.at(text, space + 1) : new SecretSetting(space, space, false);
    }

    private static boolean isTyped(String text, SecretSetting set) {
        String value = set.of(text);
        return (SecretValue.isTyped(value) || SecretValue.isStrong(value) || ScrambledLetters.is(value))
                && SecretValue.isOne(value, true, false);
    }

    /** Whether who it is of stands right before: "user: admin, ". */
    static boolean isOfUser(String text, int name) {
        int end = skipBack(text, name);
        int start = wordStart(text, end);
        if (JOINS.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
            end = skipBack(text, start);
            start = wordStart(text, end);
        }
        int callEnd = skipBack(text, start);
        int call = wordStart(text, callEnd);
        return end > start && USERS.contains(text.substring(call, callEnd).toLowerCase(Locale.ROOT));
    }

    private static int skipBack(String text, int from) {
        int i = from;
        while (i > 0 && from - i < 4 && " ,;/:=&\"'".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0
                && end - start < REACH
                && (Letters.isWord(text.charAt(start - 1)) || ".-@+".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }

    private static SecretSetting far(String text, int nameEnd) {
        SecretSetting none = new SecretSetting(nameEnd, nameEnd, false);
        if (FOR.stream().noneMatch(word -> text.startsWith(word, nameEnd))) {
            return none;
        }
        // No further than words may go on: a text may be full of names.
        String near = text.substring(nameEnd, Math.min(text.length(), nameEnd + REACH));
        int first = near.length();
        int length = 0;
        for (String sets : SETS) {
            int at = near.indexOf(sets);
            if (at > 0 && at < first) {
                first = at;
                length = sets.length();
            }
        }
        String between = near.substring(0, first);
        boolean words =
                length > 0 && between.indexOf(". ") < 0 && between.chars().allMatch(SecretNear::isOfWords);
        return words ? SecretExtent.of(text, behindQuote(text, nameEnd + first + length), false) : none;
    }

    private static boolean isOfWords(int c) {
        return Character.isLetterOrDigit(c) || " '\"-@_`.".indexOf(c) >= 0;
    }

    private static int behindQuote(String text, int at) {
        return at < text.length() && "\"'`".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    /** At the end of what is said of it: "s3cretX1 is my password.", not "sha1 is the password hash". */
    private static SecretSetting before(String text, int name, int nameEnd) {
        boolean ends = nameEnd == text.length() || ".,;!?)\n".indexOf(text.charAt(nameEnd)) >= 0;
        for (String call : ends ? CALLS : List.<String>of()) {
            int end = name - call.length();
            if (end > 0 && text.startsWith(call, end)) {
                int start = end;
                while (start > 0 && end - start < REACH && " \n\t\"'`(".indexOf(text.charAt(start - 1)) < 0) {
                    start--;
                }
                SecretSetting set = SecretSetting.at(text, start);
                String value = set.of(text);
                return SecretValue.isMixed(value) && SecretValue.isOne(value, true, false)
                        ? set
                        : new SecretSetting(name, name, false);
            }
        }
        return new SecretSetting(name, name, false);
    }
}
