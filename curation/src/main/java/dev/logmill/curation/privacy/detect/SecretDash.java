package dev.logmill.curation.privacy.detect;

import java.util.List;

/** A password behind a dash, as lists of what belongs to a login have it: "Password - Sunny_Day" at the beginning of a line. */
final class SecretDash {
    private static final List<String> DASHES = List.of(" - ", " \u2013 ", " \u2014 ");
    private static final int LEAST = 6;

    private SecretDash() {}

    /** The one behind a name; empty where none is. */
    static SecretSetting of(String text, int name, int nameEnd) {
        SecretSetting none = new SecretSetting(nameEnd, nameEnd, false);
        boolean begins = name == 0 || text.charAt(name - 1) == '\n' || isItem(text, name);
        if (!begins || DASHES.stream().noneMatch(dash -> text.startsWith(dash, nameEnd))) {
            return none;
        }
        SecretSetting set = SecretSetting.at(text, nameEnd + 3);
        boolean ends = set.end() == text.length() || "\n,;".indexOf(text.charAt(set.end())) >= 0;
        String value = set.of(text);
        return ends && SecretValue.isSecret(value, LEAST) && isWritten(value) ? set : none;
    }

    /** Behind the mark of an item, or behind what stood before in the line. */
    private static boolean isItem(String text, int name) {
        return text.charAt(name - 1) == ' ' && name > 1 && "-*,;".indexOf(text.charAt(name - 2)) >= 0;
    }

    /** Letters and digits, or words with capitals and a mark between, which names of parameters have not. */
    private static boolean isWritten(String value) {
        int mark = value.indexOf('_');
        boolean words = mark > 0
                && mark + 1 < value.length()
                && Character.isUpperCase(value.charAt(0))
                && Character.isUpperCase(value.charAt(mark + 1))
                && value.chars().anyMatch(Character::isLowerCase);
        return words || (SecretValue.isMixed(value) && !SecretValue.isOfAlgorithm(value));
    }
}
