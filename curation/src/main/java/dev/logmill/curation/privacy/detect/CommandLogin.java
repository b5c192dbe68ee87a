package dev.logmill.curation.privacy.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Who a command of a shell is run as, reaches a machine or a database as, or makes an account for: {@code ssh kparker@build01},
 * {@code chown kparker:staff}, {@code sudo -u kparker}, {@code useradd -m kparker}, {@code mysql -u kparker -p}; what code logs in as
 * ({@code auth=("kparker", ...)}) and whose account SQL makes ({@code CREATE USER kparker}). Most of those are services, so that it must be
 * made of a name or be written as no word is.
 */
final class CommandLogin {
    private static final int REACH = 300;
    private static final String LOGIN = "([a-z_][a-z0-9_.-]{2,31})";

    private static final Pattern AT = Pattern.compile("(?:(?:^|[\\s'\"=])" + LOGIN
            + "@[A-Za-z0-9][A-Za-z0-9-]*(?:[:\\s'\"]|$))|(?:^|\\s)-l " + LOGIN + "(?:\\s|$)");
    private static final Pattern OWNER = Pattern.compile("^(?:-[A-Za-z-]+ )*" + LOGIN + "(?::|\\s)");
    private static final Pattern RUN_AS = Pattern.compile("^(?:-[A-Za-z]+ )*-[a-zA-Z]*u ?" + LOGIN + "(?:\\s|$)");
    private static final Pattern FIRST = Pattern.compile("^" + LOGIN + "(?:\\s|$)");
    private static final Pattern ONLY = Pattern.compile("^" + LOGIN + "\\s*$");
    private static final Pattern LAST = Pattern.compile("^(?:[^\\n;&|]* )?" + LOGIN + "\\s*$");

    /** Whoever a client logs in as, also with a password right behind: {@code -u kparker:s3cretX1}. */
    private static final Pattern OPTION =
            Pattern.compile("(?:^|[a-z]* )(?:-[uU] ?|--user(?:name)?[= ])[\"']?" + LOGIN + "(?:[\\s:%\"']|$)");

    private static final Pattern OF_DATABASE =
            Pattern.compile("(?i)^(?:if (?:not )?exists )?[\"'`\\[]?" + LOGIN + "(?:[\"'`\\]@\\s;]|$)");
    private static final Pattern ARGUMENT = Pattern.compile("^\\s*[frub]?[\"']" + LOGIN + "[\"']\\s*,");
    private static final Pattern LITERAL = Pattern.compile("^(?:name)?=[\"']?" + LOGIN + "(?:[\\s\"']|$)");
    private static final Pattern OF_PAIR =
            Pattern.compile("^" + LOGIN + "(?: ?/|,? (?:p|pw|pwd|pass|password):| [^\\s]*[0-9])");
    private static final Pattern OF_DOMAIN =
            Pattern.compile("(?i)^(?:[a-z0-9.-]+\\\\{1,2})?" + LOGIN + "(?:[\\s\"']|$)");

    /** What stands behind each sign of the topic. */
    private static final Map<String, Pattern> BEHIND = patterns();

    private CommandLogin() {}

    private static Map<String, Pattern> patterns() {
        Map<String, Pattern> behind = new HashMap<>();
        put(behind, AT, "ssh |scp |sftp |rsync ");
        put(behind, OWNER, "chown ");
        put(behind, RUN_AS, "sudo ");
        put(behind, FIRST, "su - |crontab -u |runuser -u |gpasswd -a |gpasswd -d |chage -l |pkill -u |killall -u ");
        put(behind, LAST, "useradd |adduser |usermod |userdel ");
        put(behind, ONLY, "passwd ");
        put(
                behind,
                OF_DATABASE,
                "create user |alter user |drop user |create role |create login |alter login |set password for ");
        put(behind, ARGUMENT, "auth=(|basicauth(|networkcredential(|.login(");
        put(behind, OF_PAIR, "login as |log in as |sign in as |credentials: |creds: |u: |usr: ");
        put(behind, LITERAL, "from-literal=user");
        put(behind, OF_DOMAIN, "/user:");
        Topic.COMMAND_LOGIN.parts().forEach(sign -> behind.putIfAbsent(sign, OPTION));
        return behind;
    }

    private static void put(Map<String, Pattern> behind, Pattern pattern, String signs) {
        Phrases.of(signs).forEach(sign -> behind.put(sign, pattern));
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
                String sign = Topic.COMMAND_LOGIN.parts().get(signs.word(i));
                Matcher matcher = Objects.requireNonNull(BEHIND.get(sign)).matcher(text.substring(start, end));
                while (matcher.find()) {
                    int group = matcher.start(1) < 0 ? 2 : 1;
                    from = start + matcher.end(group);
                    accept(start + matcher.start(group), from, matcher.group(group), sink);
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
