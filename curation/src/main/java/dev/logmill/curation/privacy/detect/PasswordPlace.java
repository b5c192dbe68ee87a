package dev.logmill.curation.privacy.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;

/**
 * Where in a line a password stands that nothing calls so: {@code jdbc:oracle:thin:app/s3cret@db}, {@code auth=("ann", "s3cret")},
 * {@code echo "ann:s3cret" | chpasswd}, {@code net user ann s3cret /add}, {@code IDENTIFIED BY 's3cret'},
 * {@code smtp.login("ann", "s3cret")}; or what one is kept as.
 */
enum PasswordPlace {
    ORACLE("jdbc:oracle:", "jdbc:oracle:[a-z0-9]+:[\\w$#]+/([^@\\s/\"']+)@"),
    AUTH("auth=(", "auth=\\(\\s*[frub]?[\"'][^\"'\\n]+[\"']\\s*,\\s*[\"']([^\"'\\s]+)[\"']"),
    BASIC_AUTH("basicauth(", "(?i)basicauth\\(\\s*[\"'][^\"'\\n]+[\"']\\s*,\\s*[\"']([^\"'\\s]+)[\"']"),
    CHANGED("chpasswd", "[\"' ][a-z_][a-z0-9_.-]*:([^\"'\\s|]+)[\"']?\\s*\\|\\s*(?:sudo\\s+)?chpasswd"),
    WINDOWS("net user ", "(?i)net user [\\w.\"-]+ [\"']?([^\\s\"'/*]+)[\"']?(?:\\s+/(?:add|domain|active)|\\s*$)"),
    SHARE("net use ", "(?i)net use [\\w:* ]*\\\\\\\\\\S+ [\"']?([^\\s\"'/*]+)[\"']? /user:"),
    IDENTIFIED("identified ", "(?i)identified (?:with \\S+ )?(?:by|as) (?:password )?[\"']([^\"'\\n]+)[\"']"),
    SET_PASSWORD("set password ", "(?i)set password (?:for \\S+ ?)?(?:=|to) ?(?:password\\()?[\"']([^\"'\\n]+)[\"']"),
    OF_FUNCTION("=password(", "(?i)=password\\(\\s*[\"']([^\"'\\n]+)[\"']\\s*\\)"),
    INPUT("type=\"password\"", "<input [^<>]*value=[\"']([^\"'<>\\n]+)[\"'][^<>]*"),
    LOGIN_CALL(".login(", "\\.login\\(\\s*[\"'][^\"'\\n]+[\"']\\s*,\\s*[\"']([^\"'\\s]+)[\"']"),
    NETWORK_CREDENTIAL(
            "networkcredential(", "(?i)networkcredential\\(\\s*[\"'][^\"'\\n]+[\"']\\s*,\\s*[\"']([^\"'\\s]+)[\"']"),
    CREDENTIALS(
            "passwordcredentials(",
            "(?i)passwordcredentials\\(\\s*[\"'][^\"'\\n]+[\"']\\s*,\\s*[\"']([^\"'\\s]+)[\"']"),
    AUTHENTICATION(
            "passwordauthentication(",
            "(?i)passwordauthentication\\(\\s*[\"'][^\"'\\n]+[\"']\\s*,\\s*[\"']([^\"'\\s]+)[\"']"),
    CONNECTION("getconnection(", "(?i)getconnection" + Forms.OF_CONNECTION),
    MYSQL_CONNECTION("mysqli_connect(", "(?i)mysqli_connect" + Forms.OF_CONNECTION),
    MYSQL_OBJECT("new mysqli(", "(?i)new mysqli" + Forms.OF_CONNECTION),
    PHP_DATA_OBJECT("new pdo(", "(?i)new pdo" + Forms.OF_CONNECTION),
    SECURE_STRING("convertto-securestring", "(?i)convertto-securestring\\s+(?:-string\\s+)?[\"']([^\"'\\n]+)[\"']"),
    STANDARD_INPUT(
            "--password-stdin",
            "(?:echo|printf)(?: -n)?(?: [\"']?%s[\"']?)? [\"']?([^\\s\"'|]+)[\"']?\\s*\\|[^|]*--password-stdin"),
    PASSWD("passwd --stdin", "(?:echo|printf)(?: -n)? [\"']?([^\\s\"'|]+)[\"']?\\s*\\|[^|]*passwd --stdin"),
    RCLONE("rclone obscure ", "rclone obscure [\"']?([^\\s\"']+)"),
    SUDO("sudo ", "(?:echo|printf)(?: -n)? [\"']?([^\\s\"'|]+)[\"']?\\s*\\|\\s*sudo (?:-\\w+ )*-\\w*S"),
    APACHE(
            "htpasswd ",
            "htpasswd (?:(?:-[a-zA-Z]+ )*-[a-zA-Z]*n[a-zA-Z]* (?:-[a-zA-Z]+ )*|(?:-[a-zA-Z]+ )*-[a-zA-Z]*b[a-zA-Z]* (?:-[a-zA-Z]+ )*\\S+ )[^\\s-]\\S* [\"']?([^\\s\"']+)"),
    SQL_PLUS("sqlplus ", "sqlplus (?:-\\w+ )*[\"']?[\\w$#]+/[\"']?([^@\\s\"'/]+)"),
    SAMBA("smbclient ", "-U ?[\"']?[^\\s%\"']+%([^\\s\"']+)"),
    RECOVERY("recovery code", "(?i)recovery codes?:?(?: is)? ([a-z0-9]{4,8}(?:-[a-z0-9]{4,8}){1,5})(?:[\\s.,;]|$)"),
    BACKUP("backup code", "(?i)backup codes?:?(?: is)? ([a-z0-9]{4,8}(?:-[a-z0-9]{4,8}){1,5})(?:[\\s.,;]|$)"),
    COMBINATION(
            " combination",
            "(?i)(?:safe|lock|locker|padlock|vault)(?:'s)? combination:?(?: is)? (\\d{2}(?:[- ]\\d{1,2}){2,3})(?:[\\s.,;]|$)"),
    /** What a password is kept as in {@code /etc/shadow} (crypt): from one that is weak the password is soon known. */
    SHA_512("$6", "(\\$6\\$(?:rounds=\\d+\\$)?[\\w./-]{1,16}\\$[\\w./]{60,})"),
    SHA_256("$5", "(\\$5\\$(?:rounds=\\d+\\$)?[\\w./-]{1,16}\\$[\\w./]{40,})"),
    YESCRYPT("$y", "(\\$y\\$[\\w./]+\\$[\\w./]+\\$[\\w./]{40,})"),
    APACHE_MD5("$apr1$", "(\\$apr1\\$[\\w./]{1,8}\\$[\\w./]{22})"),
    MD5("$1$", "(\\$1\\$[\\w./]{1,8}\\$[\\w./]{22})"),
    DJANGO("pbkdf2_sha", "(pbkdf2_sha\\d+\\$\\d+\\$[\\w./+=-]+\\$[\\w./+=-]{20,})"),
    WERKZEUG("pbkdf2:sha", "(pbkdf2:sha\\d+(?::\\d+)?\\$[\\w./+=-]+\\$[\\w./+=-]{20,})"),
    ARGON("$argon2", "(\\$argon2(?:id|i|d)\\$(?:v=\\d+\\$)?[mtp\\d,=]+\\$[\\w+/]+\\$[\\w+/]{20,})");

    /** What several patterns share, which constants of an enum cannot refer to in itself. */
    private static final class Forms {
        /** Where, as whom, and with which password. */
        static final String OF_CONNECTION = "\\(\\s*[^,()\\n]+,\\s*[\"'][^\"'\\n]*[\"']\\s*,\\s*[\"']([^\"'\\s]+)[\"']";
    }

    /** Chars of a line on each side that are looked at. */
    private static final int REACH = 200;

    private static final int LEAST = 4;

    private final String sign;
    private final Pattern pattern;

    /**
     * @param sign in small letters what the line has
     * @param pattern whose first group is the password
     */
    PasswordPlace(String sign, String pattern) {
        this.sign = sign;
        this.pattern = Pattern.compile(pattern);
    }

    String sign() {
        return sign;
    }

    /** The password in the line whose sign ends at an index; empty where none is. */
    SecretSetting password(String text, int signEnd) {
        int start = signEnd;
        while (start > 0 && signEnd - start < REACH && text.charAt(start - 1) != '\n') {
            start--;
        }
        int end = signEnd;
        while (end < text.length() && end - signEnd < REACH && text.charAt(end) != '\n') {
            end++;
        }
        Matcher matcher = pattern.matcher(text.substring(start, end));
        while (matcher.find()) {
            // A line may hold several: each is told by its own sign.
            boolean own = start + matcher.end() >= signEnd;
            if (own && (isOfForm() || isOne(matcher.group(1)))) {
                return new SecretSetting(start + matcher.start(1), start + matcher.end(1), false);
            }
        }
        return new SecretSetting(signEnd, signEnd, false);
    }

    /** Whether its form alone tells it, as those of the last ones do. */
    private boolean isOfForm() {
        return compareTo(SHA_512) >= 0;
    }

    /** Documents write "pass" and "password" there. */
    private static boolean isOne(String value) {
        String small = value.toLowerCase(Locale.ROOT);
        return SecretValue.isSecret(value, LEAST)
                && !small.contains("pass")
                && !small.equals("pwd")
                && value.chars().anyMatch(c -> !Letters.isAsciiLetter((char) c) && c != '_' && c != '-');
    }
}
