package dev.logmill.curation.privacy.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Who a command of a shell is run as, reaches a machine as, or makes an account for: {@code ssh kparker@build01},
 * {@code chown kparker:staff}, {@code sudo -u kparker}, {@code useradd -m kparker}. Most of those are services, so that it must be
 * made of a name or be written as no word is.
 */
final class CommandLogin {
    private static final int REACH = 300;
    private static final String LOGIN = "([a-z_][a-z0-9_.-]{2,31})";

    /** In the order of the signs of the topic: what stands behind each. */
    private static final List<Pattern> BEHIND = List.of(
            at(),
            at(),
            at(),
            at(),
            Pattern.compile("^(?:-[A-Za-z-]+ )*" + LOGIN + "(?::|\\s)"),
            Pattern.compile("^(?:-[A-Za-z]+ )*-[a-zA-Z]*u ?" + LOGIN + "(?:\\s|$)"),
            Pattern.compile("^" + LOGIN + "(?:\\s|$)"),
            last(),
            last(),
            last(),
            last(),
            Pattern.compile("^" + LOGIN + "\\s*$"),
            Pattern.compile("^" + LOGIN + "(?:\\s|$)"),
            Pattern.compile("^" + LOGIN + "(?:\\s|$)"));

    private CommandLogin() {}

    private static Pattern at() {
        return Pattern.compile("(?:^|[\\s'\"=])" + LOGIN + "@[A-Za-z0-9][A-Za-z0-9-]*(?:[:\\s'\"]|$)");
    }

    private static Pattern last() {
        return Pattern.compile("^(?:[^\\n;&|]* )?" + LOGIN + "\\s*$");
    }

    static void find(Scan scan, Consumer<Finding> sink) {
        String text = scan.text();
        Mentions.Places signs = scan.mentions().of(Topic.COMMAND_LOGIN);
        int from = 0;
        for (int i = 0; i < signs.count(); i++) {
            int start = signs.end(i);
            int end = start;
            while (end < text.length() && end - start < REACH && text.charAt(end) != '\n') {
                end++;
            }
            if (start >= from) {
                Matcher matcher = BEHIND.get(signs.word(i)).matcher(text.substring(start, end));
                while (matcher.find()) {
                    from = start + matcher.end(1);
                    accept(start + matcher.start(1), from, matcher.group(1), sink);
                }
            }
        }
    }

    private static void accept(int start, int end, String login, Consumer<Finding> sink) {
        String small = login.toLowerCase(Locale.ROOT);
        boolean somebody = LoginForm.is(small)
                || NamedLogin.is(small)
                || JoinedLogin.isOfNames(small)
                || ActingUser.isNumbered(small);
        if (somebody && LoginWord.isOne(small, true) && !ShellLogin.isOfService(small)) {
            sink.accept(new Finding("USERNAME", start, end, small));
        }
    }
}
