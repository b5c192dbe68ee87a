package dev.logmill.curation.privacy.detect;

/**
 * A personal identifier in a text.
 *
 * @param type what it is: EMAIL, PHONE, ...
 * @param start index of its first char
 * @param end index after its last char
 * @param value the identifier in one form, so that two spellings are the same one
 */
public record Finding(String type, int start, int end, String value) {
    /** What is found at the same place, taken for something else. */
    public Finding of(String otherType, String otherValue) {
        return new Finding(otherType, start, end, otherValue);
    }
}
