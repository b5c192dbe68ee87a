package dev.logmill.curation.privacy.detect;

import java.util.Locale;

/** Commands that take a password behind an option that means something else to others: {@code mysql -u root -ps3cret}. */
enum PasswordCommand {
    MYSQL("^mysql", "-p"),
    MARIADB("^mariadb", "-p"),
    SEVEN_ZIP("7z ", "-p"),
    REDIS("redis-cli ", "-a "),
    VALKEY("valkey-cli ", "-a "),
    DOCKER("docker login ", "-p "),
    PODMAN("podman login ", "-p "),
    HELM("registry login ", "-p "),
    AZURE_REGISTRY("acr login ", "-p "),
    AZURE("az login ", "-p "),
    CLOUD_FOUNDRY("cf login ", "-p "),
    OPENSHIFT("oc login ", "-p "),
    SQLCMD("^sqlcmd ", "-P "),
    BCP("^bcp ", "-P "),
    TSQL("^tsql ", "-P "),
    MONGO("^mongo", "-p "),
    LDAP("^ldap", "-w "),
    MOSQUITTO("^mosquitto_", "-P "),
    UNZIP("^unzip ", "-P "),
    ZIP("^zip ", "-P "),
    FREE_RDP("xfreerdp ", "/p:");

    /** Chars of a command that are looked at. */
    private static final int REACH = 400;

    private static final int LEAST = 4;

    private final String marked;
    private final String option;

    /**
     * @param marked what it begins with, in small letters, marked as {@link Keywords} understand it
     * @param option behind which the password stands, at once or, where it ends with a space, behind spaces too
     */
    PasswordCommand(String marked, String option) {
        this.marked = marked;
        this.option = option;
    }

    String marked() {
        return marked;
    }

    /** The password of the command whose name begins before an index, in the same line; empty where none is. */
    SecretSetting password(String text, int nameEnd) {
        int start = nameEnd - Keywords.plain(marked).length();
        SecretSetting none = new SecretSetting(nameEnd, nameEnd, false);
        if (start > 0 && (Letters.isWord(text.charAt(start - 1)) || ".-@".indexOf(text.charAt(start - 1)) >= 0)) {
            return none;
        }
        int end = nameEnd;
        while (Letters.wordAt(text, end) || text.startsWith("-", end)) {
            end++;
        }
        if (!text.startsWith(" ", marked.endsWith(" ") ? nameEnd - 1 : end)) {
            return none;
        }
        String line = text.substring(start, lineEnd(text, start));
        String wanted = " " + option.strip();
        for (int at = line.indexOf(wanted); at >= 0; at = line.indexOf(wanted, at + 1)) {
            int behind = start + at + wanted.length();
            SecretSetting set = option.endsWith(" ") ? SecretSetting.ofOption(text, behind) : quoted(text, behind);
            if (isOne(text.substring(set.start(), set.end()))) {
                return set;
            }
        }
        return none;
    }

    private static SecretSetting quoted(String text, int at) {
        boolean quote = at < text.length() && "\"'".indexOf(text.charAt(at)) >= 0;
        return SecretSetting.at(text, quote ? at + 1 : at);
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < REACH && "\n|".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** No other option, no number such as a port, and nothing that stands for a password. */
    private static boolean isOne(String value) {
        return SecretValue.isSecret(value, LEAST)
                && value.charAt(0) != '-'
                && !value.toLowerCase(Locale.ROOT).contains("pass")
                && value.chars().anyMatch(c -> Letters.isAsciiLetter((char) c));
    }
}
