package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.decode.EncodedText;
import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A finding, and who found it.
 *
 * @param within the encoded text that it was found in and that is replaced as a whole
 */
record Detection(Detector detector, Finding finding, Optional<EncodedText> within) {
    private static final Comparator<Finding> LONGEST_FIRST = Comparator.comparingInt(
                    (Finding finding) -> finding.start() - finding.end())
            .thenComparingInt(Finding::start);

    /** What was found in a text as it stands. */
    Detection(Detector detector, Finding finding) {
        this(detector, finding, Optional.empty());
    }

    /**
     * Those that stand, in the order of the text: of two that overlap the longer, then that of the earlier detector.
     *
     * @param found in the order of the detectors
     */
    static List<Detection> standing(List<Detection> found) {
        if (found.size() < 2) {
            return found;
        }
        found.sort(Comparator.comparing(Detection::finding, LONGEST_FIRST));
        TreeMap<Integer, Detection> standing = new TreeMap<>();
        for (Detection each : found) {
            // Those that stand do not overlap, so only the last one that begins before the end can be in the way.
            Map.Entry<Integer, Detection> nearest =
                    standing.lowerEntry(each.finding().end());
            if (nearest == null
                    || nearest.getValue().finding().end() <= each.finding().start()) {
                standing.put(each.finding().start(), each);
            }
        }
        return List.copyOf(standing.values());
    }
}
