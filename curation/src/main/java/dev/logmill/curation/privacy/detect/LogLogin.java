package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who acts in lines that servers log: in an access log ({@code 10.0.0.1 - kparker [10/Oct/2026:13:55:36 -0700] "GET /"}), as the
 * owner of a number ({@code uid=1001(kparker)}), and in pairs of names and values beside what is logged of a login
 * ({@code login ok user=kparker ip=10.0.0.1}).
 */
final class LogLogin {
    /** Before the year in the time of an access log, in small letters. */
    static final String MONTHS = "/jan/2|/feb/2|/mar/2|/apr/2|/may/2|/jun/2|/jul/2|/aug/2|/sep/2|/oct/2|/nov/2|/dec/2";

    /** What owners of numbers stand behind. */
    static final String UID = "uid=";

    private static final String SHORT = "usr";

    private static final int MONTH = "/oct/2".length();
    private static final int DAY = 2;

    /** Digits of a year that stand behind its first. */
    private static final int YEAR = 3;

    private static final int LONGEST = 64;
    private static final int REACH = 160;

    /** Those below are of systems and services; macOS numbers people from 501 on. */
    private static final int FIRST_OF_PEOPLE = 1000;

    private static final int FIRST_ON_MAC = 501;

    private static final int MOST_DIGITS = 9;

    /** What a line says that is logged of somebody who comes. */
    private static final List<String> OF_LOGINS = List.of(
            "login", "logon", "logged", "logout", "auth", "signin", "sign-in", "session", "ip=", "src=", "src_ip=",
            "addr=", "rhost=", "remote", "client=");

    private LogLogin() {}

    /** Who asked, before the time whose month ends at an index. */
    static Optional<CalledWord> ofAccess(String text, int monthEnd) {
        int open = monthEnd - MONTH - DAY - 1;
        int time = monthEnd + YEAR;
        boolean timed = text.startsWith(":", time) && Letters.digitAt(text, time + 1);
        if (!timed || open < 1 || text.charAt(open) != '[' || text.charAt(open - 1) != ' ') {
            return Optional.empty();
        }
        int end = open - 1;
        int start = end;
        while (start > 0 && end - start < LONGEST && isPart(text.charAt(start - 1))) {
            start--;
        }
        // Between the address and who asked stands what identd said, which is nothing.
        boolean asked = end > start && start >= DAY && text.startsWith("- ", start - DAY);
        return asked ? Optional.of(new CalledWord(start, end, true, true)) : Optional.empty();
    }

    /** Whose number it is, in brackets behind it. */
    static Optional<CalledWord> ofNumber(String text, int signEnd) {
        int open = signEnd;
        while (Letters.digitAt(text, open) && open - signEnd < MOST_DIGITS) {
            open++;
        }
        int end = open + 1;
        while (end < text.length() && end - open < LONGEST && isPart(text.charAt(end))) {
            end++;
        }
        boolean told = open > signEnd && text.startsWith("(", open) && text.startsWith(")", end) && end > open + 1;
        return told && isOfSomebody(Integer.parseInt(text.substring(signEnd, open)), text.substring(open + 1, end))
                ? Optional.of(new CalledWord(open + 1, end, true, true))
                : Optional.empty();
    }

    private static boolean isOfSomebody(int number, String word) {
        boolean named = LoginForm.is(word) || NamedLogin.is(word);
        return number >= FIRST_OF_PEOPLE || (number >= FIRST_ON_MAC && named);
    }

    /** Whether a value right behind a sign is logged of a login: a name's by its form, any other word beside what says so. */
    static boolean isPair(String text, int nameEnd, CalledWord called) {
        int sign = nameEnd < text.length() ? text.charAt(nameEnd) : ' ';
        int end = called.end();
        boolean ends = end == text.length() || " ,;\"'\n\t&]|".indexOf(text.charAt(end)) >= 0;
        boolean tight = called.start() - nameEnd <= (called.quoted() ? 2 : 1);
        return sign == '=' && tight && ends && ActingUser.isLogin(called.of(text)) && isOfLogins(text, nameEnd, end);
    }

    /** Whether a value right behind a sign, whatever the line says, is made of a name: {@code usr=hwalsh}. */
    static boolean isNamed(String text, int nameEnd, CalledWord called) {
        int end = called.end();
        boolean ends = end == text.length() || " ,;\"'\n\t&]|".indexOf(text.charAt(end)) >= 0;
        String word = called.of(text);
        // USER= is what a shell has of whoever runs it, also of services.
        return text.regionMatches(true, nameEnd - SHORT.length(), SHORT, 0, SHORT.length())
                && text.startsWith("=", nameEnd)
                && called.start() - nameEnd <= (called.quoted() ? 2 : 1)
                && ends
                && NamedLogin.is(word)
                && Lexicon.isUnknown(word);
    }

    private static boolean isOfLogins(String text, int nameEnd, int end) {
        String before = text.substring(Math.max(0, nameEnd - REACH), nameEnd);
        String behind = text.substring(end, Math.min(text.length(), end + REACH));
        int from = nameEnd - before.length() + before.lastIndexOf('\n') + 1;
        int to = end + (behind.indexOf('\n') < 0 ? behind.length() : behind.indexOf('\n'));
        // Code that passes arguments has them in brackets.
        String line = text.substring(from, to).toLowerCase(Locale.ROOT);
        boolean code = line.indexOf("(", 0) >= 0
                && line.lastIndexOf('(', nameEnd - from) > line.lastIndexOf(')', nameEnd - from);
        return !code && OF_LOGINS.stream().anyMatch(line::contains);
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || c == '.' || c == '-';
    }
}
