package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * A text without identifiers, and what was found in it.
 *
 * @param text the text as it may be kept
 * @param entities in the order of the text, none over another; of an encoded text, which is replaced as a whole, the first of each
 *     type that was found in it, all of them where it begins and ends
 */
public record RedactedText(String text, List<Entity> entities) {
    public RedactedText {
        entities = List.copyOf(entities);
    }

    /** A text as it may be kept, and what was found in it as it was, in order. */
    static RedactedText of(String redacted, String text, List<Detection> found) {
        List<Entity> entities = new ArrayList<>();
        int chars = 0;
        int points = 0;
        for (Detection each : found) {
            Finding finding = each.finding();
            points += text.codePointCount(chars, finding.start());
            int start = points;
            points += text.codePointCount(finding.start(), finding.end());
            chars = finding.end();
            for (Detection told : each.ofEachType()) {
                entities.add(new Entity(
                        told.finding().type(),
                        start,
                        points,
                        told.detector().score(),
                        told.detector().name()));
            }
        }
        return new RedactedText(redacted, entities);
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
