package dev.logmill.curation.privacy.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;

/**
 * Where in a line a password stands that nothing calls so: {@code jdbc:oracle:thin:app/s3cret@db}, {@code auth=("ann", "s3cret")},
 * {@code echo "ann:s3cret" | chpasswd}, {@code net user ann s3cret /add}; or
 * what one is kept as.
 */
enum PasswordPlace {
    ORACLE("jdbc:oracle:", "jdbc:oracle:[a-z0-9]+:[\\w$#]+/([^@\\s/\"']+)@"),
    AUTH("auth=(", "auth=\\(\\s*[frub]?[\"'][^\"'\\n]+[\"']\\s*,\\s*[\"']([^\"'\\s]+)[\"']"),
    BASIC_AUTH("basicauth(", "(?i)basicauth\\(\\s*[\"'][^\"'\\n]+[\"']\\s*,\\s*[\"']([^\"'\\s]+)[\"']"),
    CHANGED("chpasswd", "[\"' ][a-z_][a-z0-9_.-]*:([^\"'\\s|]+)[\"']?\\s*\\|\\s*(?:sudo\\s+)?chpasswd"),
    WINDOWS("net user ", "(?i)net user [\\w.\"-]+ [\"']?([^\\s\"'/*]+)[\"']?(?:\\s+/(?:add|domain|active)|\\s*$)"),
    SHARE("net use ", "(?i)net use [\\w:* ]*\\\\\\\\\\S+ [\"']?([^\\s\"'/*]+)[\"']? /user:"),
    /** What a password is kept as in {@code /etc/shadow} (crypt): from one that is weak the password is soon known. */
    SHA_512("$6", "(\\$6\\$(?:rounds=\\d+\\$)?[\\w./-]{1,16}\\$[\\w./]{60,})"),
    SHA_256("$5", "(\\$5\\$(?:rounds=\\d+\\$)?[\\w./-]{1,16}\\$[\\w./]{40,})"),
    YESCRYPT("$y", "(\\$y\\$[\\w./]+\\$[\\w./]+\\$[\\w./]{40,})");

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
        boolean found = matcher.find() && (sign.startsWith("$") || isOne(matcher.group(1)));
        return found
                ? new SecretSetting(start + matcher.start(1), start + matcher.end(1), false)
                : new SecretSetting(signEnd, signEnd, false);
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
