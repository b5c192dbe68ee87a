package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.Finding;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A finding, and who found it.
 *
 * @param within the encoded text that it was found in and that is replaced as a whole, with all that was found there
 */
record Detection(Detector detector, Finding finding, Optional<FoundInside> within) {
    private static final Comparator<Finding> LONGEST_FIRST = Comparator.comparingInt(
                    (Finding finding) -> finding.start() - finding.end())
            .thenComparingInt(Finding::start);

    /** What was found in a text as it stands. */
    Detection(Detector detector, Finding finding) {
        this(detector, finding, Optional.empty());
    }

    /** Itself; of an encoded text the first of each type that was found in it, however deep. */
    List<Detection> ofEachType() {
        if (within.isEmpty()) {
            return List.of(this);
        }
        Map<String, Detection> types = new LinkedHashMap<>();
        within.get().found().stream()
                .flatMap(each -> each.ofEachType().stream())
                .forEach(each -> types.putIfAbsent(each.finding().type(), each));
        return List.copyOf(types.values());
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
