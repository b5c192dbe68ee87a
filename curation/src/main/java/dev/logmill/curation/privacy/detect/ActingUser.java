package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a word names who logs in, as systems log it: "user jdoe logged in", "login kparker failed", "invalid user kparker". */
final class ActingUser {
    private static final int LEAST = 4;
    private static final int YEAR = 4;
    private static final int MOST_MARKS = 4;

    /** What stands behind who does it. */
    private static final List<String> DEEDS = List.of(
            "logged in",
            "logged out",
            "logged on",
            "logged off",
            "signed in",
            "signed out",
            "signed up",
            "failed",
            "succeeded",
            "authenticated",
            "is locked",
            "was locked",
            "locked out",
            "not in sudoers",
            "connected from",
            "disconnected from",
            "from ip",
            "changed password",
            "changed the password",
            "reset password",
            "posted",
            "commented",
            "replied",
            "followed");

    /** What is said of an account rather than done by somebody: of a word in quotes, or written as no other word is. */
    private static final List<String> STATES = List.of(
            "not found",
            "was not found",
            "does not exist",
            "doesn't exist",
            "already exists",
            "unknown",
            "is disabled",
            "was disabled",
            "disabled",
            "was created",
            "was deleted",
            "has no access",
            "has no permission",
            "is not allowed",
            "is not authorized",
            "is not authorised",
            "is not a member",
            "lacks permission",
            "no existe",
            "existiert nicht",
            "n'existe pas",
            "non esiste",
            "bestaat niet",
            "bloqueado",
            "wurde gesperrt",
            "ist gesperrt",
            "access denied");

    private static final Set<String> PASSWORDS = Phrases.of("password|passwd|pwd|pass|pw|passwort|passphrase");

    private static final Set<String> MONTHS = Set.of("april", "may", "june", "august");

    private ActingUser() {}

    /** Whether a word with a deed behind it is one. */
    static boolean acts(String text, CalledWord called) {
        int from = called.end();
        while (from < text.length() && " '\"".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int start = from;
        String word = called.of(text);
        boolean formed = LoginForm.is(word) || NamedLogin.is(word) || isNameAndDigits(word);
        boolean acts = stands(text, start, DEEDS) || ((called.quoted() || formed) && stands(text, start, STATES));
        return ((isLogin(word) || isNameAndDigits(word)) && acts)
                || ((formed || JoinedLogin.isOfNames(word))
                        && isLogin(word)
                        && !word.contains("user")
                        && isBeforePassword(text, called.end()));
    }

    /** chase10: also a name that is a word, with a number behind. */
    private static boolean isNameAndDigits(String word) {
        int letters = 0;
        while (letters < word.length() && Character.isLowerCase(word.charAt(letters))) {
            letters++;
        }
        return letters >= LEAST
                && letters < word.length()
                && word.length() - letters <= YEAR
                && word.chars().skip(letters).allMatch(c -> Letters.isDigit((char) c))
                && isNameToo(word.substring(0, letters));
    }

    private static boolean isNameToo(String letters) {
        return Lexicon.is(letters, Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD)
                && !Lexicon.is(letters, Lexicon.NO_NAME)
                && !MONTHS.contains(letters);
    }

    /** Whether the password that is of it stands behind: "host=db user=kparker password=...", "login kparker password ...". */
    private static boolean isBeforePassword(String text, int end) {
        int start = end;
        while (start < text.length() && start - end < MOST_MARKS && " ,;&/|\"'".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int from = start;
        return start > end
                && PASSWORDS.stream()
                        .anyMatch(name -> text.regionMatches(true, from, name, 0, name.length())
                                && !Letters.wordAt(text, from + name.length()));
    }

    private static boolean stands(String text, int start, List<String> some) {
        return some.stream().anyMatch(one -> text.regionMatches(true, start, one, 0, one.length()));
    }

    /** night_owl_77: words with underscores between, or a given name, and a number of two digits or more. */
    static boolean isNumbered(String word) {
        int number = word.lastIndexOf('_');
        return number > 0
                && word.length() - number > 2
                && word.chars().skip(number + 1).allMatch(c -> Letters.isDigit((char) c))
                && word.chars().limit(number).allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'))
                && (word.indexOf('_') < number
                        || isNameAndNumber(word.substring(0, number), word.substring(number + 1)));
    }

    /** mark_748: of a month or a table a year may be the number. */
    private static boolean isNameAndNumber(String name, String number) {
        boolean year = number.length() == YEAR && (number.startsWith("19") || number.startsWith("20"));
        return isNameToo(name) && !Lexicon.is(name, Lexicon.MADE) && !year && number.length() <= YEAR;
    }

    /** Whether a word is written as a login is, and is no word that anybody knows. */
    static boolean isLogin(String word) {
        if (word.length() < LEAST || !word.equals(word.toLowerCase(Locale.ROOT)) || SharedLogins.has(word)) {
            return false;
        }
        boolean letters = word.chars().allMatch(c -> c >= 'a' && c <= 'z');
        boolean unknown = letters && Lexicon.isUnknown(word) && !Lexicon.is(word, Lexicon.MADE | Lexicon.COMMON);
        return unknown || LoginForm.is(word) || NamedLogin.is(word) || isNumbered(word);
    }
}
