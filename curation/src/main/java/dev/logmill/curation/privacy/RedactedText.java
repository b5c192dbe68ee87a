package dev.logmill.curation.privacy;

import java.util.List;

/**
 * A text without identifiers, and what was found in it.
 *
 * @param text the text as it may be kept
 * @param entities in the order of the text, none over another
 */
public record RedactedText(String text, List<Entity> entities) {
    public RedactedText {
        entities = List.copyOf(entities);
    }

    /**
     * One identifier that was found.
     *
     * @param type what it is: EMAIL, PHONE, ...
     * @param start Unicode code points before it in the text that was read
     * @param end code points before what follows it
     * @param score how sure the detector is, 0 to 1
     * @param detector who found it
     */
    public record Entity(String type, int start, int end, double score, String detector) {}
}
