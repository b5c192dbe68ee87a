package dev.logmill.curation.privacy.detect;

/** A login behind the name of its domain, as Windows has it: CORP\jfernandez. */
final class DomainLogin {
    private static final int LONGEST = 15;

    /** What a backslash makes of these is rather the end of a line or a tab, or a char by its number. */
    private static final String ESCAPES = "ntrbfux0";

    private DomainLogin() {}

    /** Whether the r behind a backslash is the initial of somebody, whose surname is no other word: CORP\\rwatts. */
    private static boolean isOfName(String text, int from) {
        int end = from;
        while (end < text.length() && Letters.isWord(text.charAt(end))) {
            end++;
        }
        String login = text.substring(from, end);
        return text.charAt(from) == 'r' && NamedLogin.isInitialed(login) && !EnglishWords.hasAsIs(login.substring(1));
    }

    /** The end of the login behind a backslash; the index behind the backslash, where none is. */
    static int end(String text, int backslash) {
        int from = backslash + 1;
        int domain = backslash;
        while (domain > 0 && backslash - domain <= LONGEST && isCapital(text.charAt(domain - 1))) {
            domain--;
        }
        boolean named = backslash - domain >= 2 && backslash - domain <= LONGEST && !Letters.wordBefore(text, domain);
        if (!named || from >= text.length() || (ESCAPES.indexOf(text.charAt(from)) >= 0 && !isOfName(text, from))) {
            return from;
        }
        int end = from;
        while (end < text.length() && (Letters.isWord(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        while (end > from && text.charAt(end - 1) == '.') {
            end--;
        }
        boolean path = end < text.length() && "\\/".indexOf(text.charAt(end)) >= 0;
        String login = text.substring(from, end);
        return !path && (NamedLogin.is(login) || LoginForm.is(login)) ? end : from;
    }

    private static boolean isCapital(char c) {
        return (c >= 'A' && c <= 'Z') || Letters.isDigit(c) || c == '-';
    }
}
