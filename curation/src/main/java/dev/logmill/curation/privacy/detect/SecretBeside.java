package dev.logmill.curation.privacy.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/**
 * What a name is set to where no sign stands between the two: as the next argument of a call, {@code define('DB_PASSWORD', 's3cretX1')};
 * by what is done to a field, {@code page.locator('#password').fill('s3cretX1')}; as the value beside a name,
 * {@code - name: DB_PASSWORD} and {@code value: s3cretX1} below it; and as an option of a command or the default of a variable; behind an arrow.
 */
final class SecretBeside {
    /** Chars behind a name that are looked at. */
    private static final int REACH = 240;

    private static final String CLOSE = "^(?:\\\\?[\"'`])?\\]?\\\\?[\"'`]";

    private static final Pattern ARGUMENT =
            Pattern.compile(CLOSE + "\\s*,\\s*(?:(?:default|fallback)\\s*[=:]\\s*)?\\\\?[\"'`]");
    private static final Pattern CALL = Pattern.compile("^\\(\\s*\\\\?[\"'`]");
    private static final Pattern FALLBACK = Pattern.compile("^[\"'`]?[\\])]?\\s*(?:\\|\\||\\?\\?|\\sor\\s)\\s*[\"'`]");

    /** What is typed into the field of a page, with what else tells the field between. */
    private static final Pattern TYPED = Pattern.compile(
            "^(?: (?:field|input|box|textbox|entry))?\\\\?[\"']\\s*,(?:\\s*\\\\?[\"']?\\w+\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"'][^\"'\\\\\\n]{0,40}\\\\?[\"']\\s*,){0,3}"
                    + "\\s*\\\\?[\"']?(?:text|value)\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"']");

    private static final Pattern FILLED = Pattern.compile(
            CLOSE + "\\s*\\)(?:\\.(?:first|last|clear|click)(?:\\(\\))?)*\\s*\\.\\s*"
                    + "(?:fill|type|send_keys|sendKeys|set_value|setValue|setText|press_sequentially|pressSequentially|input_text)\\(\\s*[\"'`]");
    private static final Pattern VALUE = Pattern.compile(
            "^\\\\?[\"']?,?\\s*\\\\?[\"']?(?:\\w{1,12}Value|(?i:value|val|text))\\\\?[\"']?(?::\\s|:[\"'\\\\]|\\s*=\\s*)\\s*\\\\?[\"'`]?");
    private static final Pattern DEFAULT = Pattern.compile("^\"\\s*\\{[^{}]*\\bdefault\\s*=\\s*\"");
    private static final Pattern ARROW = Pattern.compile("^\\s*(?:\\s->|\u2192|\u279c|\u21d2)\\s+[\"'`]?");
    private static final Pattern OPTION = Pattern.compile(
            "^[\"']?(?: +--?[a-z-]+[ =][\\w./-]+){0,3} +(?:--body|-b|--value|--secret-string)[ =][\"']?");

    /** What a list holds beside {@code file:///etc/passwd} is another address. */
    private static final Pattern ADDRESS = Pattern.compile("^\\w+:[/?]");

    /** The key of a value goes before an argument: {@code "password", "value": "..."}. */
    private static final List<Pattern> IN_ORDER =
            List.of(VALUE, TYPED, ARGUMENT, FILLED, CALL, FALLBACK, DEFAULT, OPTION, ARROW);

    private SecretBeside() {}

    /** The one beside a name that ends at an index; empty where none is, or where it is written as words are. */
    static SecretSetting of(String text, SecretName name, int nameEnd) {
        SecretSetting none = new SecretSetting(nameEnd, nameEnd, false);
        if (nameEnd >= text.length() || " \"'`]\\\n\r,(|?\u2192".indexOf(text.charAt(nameEnd)) < 0) {
            return none;
        }
        String near = text.substring(nameEnd, Math.min(text.length(), nameEnd + REACH));
        for (Pattern pattern : IN_ORDER) {
            Matcher matcher = pattern.matcher(near);
            if (matcher.find()) {
                SecretSetting set = SecretSetting.at(text, nameEnd + matcher.end());
                return isOne(name, set, text) ? set : none;
            }
        }
        return none;
    }

    /** The next argument behind a word that ends at an index, where it is written as tokens are: {@code setItem("token", "...")}. */
    static SecretSetting token(String text, int wordEnd) {
        String near = text.substring(wordEnd, Math.min(text.length(), wordEnd + REACH));
        Matcher matcher = ARGUMENT.matcher(near);
        SecretSetting set = SecretSetting.at(text, matcher.find() ? wordEnd + matcher.end() : wordEnd);
        return set.quoted() && SecretToken.isMade(set.of(text)) ? set : new SecretSetting(wordEnd, wordEnd, false);
    }

    /** What is passed beside a name is more often its title, or another name, so that it must be written as no word is. */
    private static boolean isOne(SecretName name, SecretSetting set, String text) {
        String value = set.of(text);
        if (value.indexOf(' ') >= 0 || ADDRESS.matcher(value).find()) {
            return false;
        }
        return name.isChosen()
                ? SecretSaid.isWritten(value) || (set.quoted() && SecretSaid.isPlain(value) && !isNumbered(value))
                : (SecretToken.isShort(value) || SecretToken.isMade(value)) && name.isOf(value, set.quoted());
    }

    /** Names of arguments and of tests have a number of one digit behind: password2, user1. */
    private static boolean isNumbered(String value) {
        int last = value.length() - 1;
        return value.chars().limit(last).noneMatch(c -> Letters.isDigit((char) c));
    }
}
