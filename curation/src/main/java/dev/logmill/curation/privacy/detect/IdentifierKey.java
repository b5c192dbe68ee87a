package dev.logmill.curation.privacy.detect;

import java.util.Map;
import java.util.function.Consumer;

/** JSON keys under which all of a text is an id of a person, a device or an account, whatever its form: {@code device_identifier}. */
final class IdentifierKey {
    private static final int LEAST = 5;
    private static final int MOST = 64;

    /** Keys without marks, and of which type what stands under them is. */
    private static final Map<String, String> TYPES = Map.of(
            "deviceidentifier", "DEVICE",
            "deviceserialnumber", "DEVICE",
            "biometricidentifier", "NATIONALID",
            "biometricid", "NATIONALID",
            "uniqueidentifier", "NATIONALID",
            "bban", "ACCOUNT");

    private IdentifierKey() {}

    static void find(String text, String label, Consumer<Finding> sink) {
        String type = label.isEmpty() ? "" : TYPES.getOrDefault(Label.plain(label), "");
        if (!type.isEmpty()
                && text.length() >= LEAST
                && text.length() <= MOST
                && text.chars().noneMatch(Character::isWhitespace)
                && text.chars().anyMatch(c -> Letters.isDigit((char) c))) {
            sink.accept(new Finding(type, 0, text.length(), text));
        }
    }
}
