package dev.logmill.curation.privacy.detect;

/**
 * JSON keys that make a number of few digits, of which logs are full, somebody's: an id that is called so, a birth, an age, a
 * postal code, the last digits of a card.
 */
public final class NumberKey {
    private NumberKey() {}

    /** Whether a key is one. */
    public static boolean is(String key) {
        Label label = Label.of(key);
        return label.isAbout(Topic.CALLED_ID)
                || label.isAbout(Topic.BIRTH)
                || label.isAbout(Topic.AGE)
                || LastDigitsDetector.isLabel(key)
                || CardExpiryDetector.isLabel(key)
                || StreetWords.isLabel(key);
    }
}
