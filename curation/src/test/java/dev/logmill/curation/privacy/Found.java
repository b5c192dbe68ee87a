package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Scan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a detector finds, for tests. */
public record Found(Detector detector) {
    /** The parts of the text that it finds, in order; none where it would not even be asked. */
    public List<String> in(String text, String label) {
        return findings(text, label).stream()
                .map(finding -> text.substring(finding.start(), finding.end()))
                .toList();
    }

    public List<String> in(String text) {
        return in(text, "");
    }

    /** The value of the only identifier in a text. */
    public String value(String text) {
        List<Finding> findings = findings(text, "");
        if (findings.size() != 1) {
            throw new AssertionError("%d findings in %s".formatted(findings.size(), text));
        }
        return findings.get(0).value();
    }

    /** The values of all identifiers in a text, in order. */
    public List<String> values(String text) {
        return findings(text, "").stream().map(Finding::value).toList();
    }

    private List<Finding> findings(String text, String label) {
        List<Finding> found = new ArrayList<>();
        Scan scan = Scan.of(text);
        if (detector.mayFind(scan.signs())) {
            detector.find(scan, label, found::add);
        }
        found.sort(Comparator.comparingInt(Finding::start));
        return found;
    }
}
