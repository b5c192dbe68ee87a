package dev.logmill.curation.privacy.detect;

import java.util.List;

/** A password that is typed into the field for it: "Type Granite#44 into the password field", "I entered 'Granite#44' in the Password box". */
final class SecretTyped {
    private static final int REACH = 64;

    private static final List<String> FIELDS = List.of(" field", " box", " input", " textbox");

    private static final List<String> INTO = List.of(
            " into the ", " in the ", " into ", " in ", " to the ", " into the \"", " in the \"", " into \"", " in \"");

    private SecretTyped() {}

    /** The one before the name between two indices; empty where none is. */
    static SecretSetting before(String text, int name, int nameEnd) {
        boolean quoted = text.startsWith("\"", nameEnd);
        int behind = quoted ? nameEnd + 1 : nameEnd;
        if (FIELDS.stream().anyMatch(field -> text.startsWith(field, behind))) {
            for (String into : INTO) {
                int end = name - into.length();
                if (end > 0 && text.startsWith(into, end)) {
                    return typed(text, "\"'`".indexOf(text.charAt(end - 1)) >= 0 ? end - 1 : end);
                }
            }
        }
        return new SecretSetting(name, name, false);
    }

    private static SecretSetting typed(String text, int end) {
        int start = end;
        while (start > 0 && end - start < REACH && " \n\t\"'`(".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        String value = text.substring(start, end);
        boolean one = SecretSaid.isWritten(value) || SecretSaid.isPlain(value);
        return new SecretSetting(start, one ? end : start, false);
    }
}
