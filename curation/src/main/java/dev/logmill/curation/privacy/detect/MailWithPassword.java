package dev.logmill.curation.privacy.detect;

import java.util.Set;
import java.util.function.Consumer;

/**
 * The password behind a mail address and a colon, where both are all of a line, as lists of stolen logins have it:
 * {@code ann@example.com:Wq8-kLm2}. What a machine or a repository is reached by ({@code git@host:Team2/Repo}) has a path.
 */
final class MailWithPassword {
    private static final int LONGEST = 64;
    private static final int LEAST = 6;
    private static final Set<String> LOGINS_OF_MACHINES = Set.of("git", "hg", "root", "admin", "ubuntu", "ec2-user");

    private MailWithPassword() {}

    static void find(Scan scan, Consumer<SecretSetting> sink) {
        String text = scan.text();
        if (scan.signs().ats() == 0 || scan.signs().colons() == 0) {
            return;
        }
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int colon = hostEnd(text, at + 1);
            int start = loginStart(text, at);
            if (colon > at + 1
                    && text.startsWith(":", colon)
                    && start < at
                    && !LOGINS_OF_MACHINES.contains(text.substring(start, at))
                    && (start == 0 || text.charAt(start - 1) == '\n')) {
                SecretSetting set = rest(text, colon + 1);
                if (isOne(set.of(text))) {
                    sink.accept(set);
                }
            }
        }
    }

    private static int loginStart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST && isPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Behind the name of a host with a dot in it; the index itself, where none is. */
    private static int hostEnd(String text, int from) {
        int end = from;
        int dots = 0;
        while (end < text.length() && end - from < LONGEST && isPart(text.charAt(end)) && text.charAt(end) != '_') {
            dots += text.charAt(end) == '.' ? 1 : 0;
            end++;
        }
        return dots > 0 ? end : from;
    }

    /** Up to white space or a bar, where the line ends or more is listed behind; empty where words go on. */
    private static SecretSetting rest(String text, int from) {
        int end = from;
        while (end < text.length()
                && end - from < LONGEST
                && !Character.isWhitespace(text.charAt(end))
                && text.charAt(end) != '|') {
            end++;
        }
        int behind = end;
        while (text.startsWith(" ", behind)) {
            behind++;
        }
        boolean ends = behind == text.length() || "\n\r|".indexOf(text.charAt(behind)) >= 0;
        return new SecretSetting(from, ends ? end : from, false);
    }

    private static boolean isOne(String value) {
        return value.length() >= LEAST
                && value.indexOf('/') < 0
                && value.indexOf('\\') < 0
                && value.indexOf('.') < 0
                && SecretValue.looksRandom(value)
                && SecretValue.isOne(value, true, false);
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || ".-+".indexOf(c) >= 0;
    }
}
