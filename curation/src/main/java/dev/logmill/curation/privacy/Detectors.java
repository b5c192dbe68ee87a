package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Detector;
import java.util.List;

/**
 * What looks at rows.
 *
 * @param all what looks at what was said
 * @param described what looks at descriptions of tools
 * @param ofForm what looks at ids, at the names of agents, tools and folders, and at what a tool's schema lists
 * @param kept what stays of what they find
 */
record Detectors(List<Detector> all, List<Detector> described, List<Detector> ofForm, KeptWords kept) {
    /** The usual ones. */
    static Detectors keeping(KeptWords kept) {
        return new Detectors(DetectorKind.all(), DetectorKind.ofDescriptions(), DetectorKind.ofForm(), kept);
    }

    /** The same ones for everything. */
    static Detectors of(List<Detector> detectors) {
        return new Detectors(detectors, detectors, detectors, KeptWords.NONE);
    }
}
