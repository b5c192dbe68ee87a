package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Letters;
import dev.logmill.curation.privacy.detect.Scan;
import dev.logmill.curation.privacy.detect.Signs;
import java.util.Map;
import java.util.function.Consumer;

/** Finds again what was found elsewhere in a record; see {@link SeenValues}. */
final class SeenDetector implements Detector {
    private final transient SeenValues seen;

    SeenDetector(SeenValues seen) {
        this.seen = seen;
    }

    @Override
    public boolean mayFind(Signs signs) {
        return !seen.isEmpty();
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        for (Map.Entry<String, Finding> value : seen.values().entrySet()) {
            String written = value.getKey();
            for (int at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length())) {
                int end = at + written.length();
                if (standsAlone(text, at, end)) {
                    Finding finding = value.getValue();
                    sink.accept(new Finding(finding.type(), at, end, finding.value()));
                }
            }
        }
    }

    private static boolean standsAlone(String text, int start, int end) {
        boolean before = start > 0
                && Character.isLetterOrDigit(text.charAt(start))
                && Character.isLetterOrDigit(text.charAt(start - 1))
                && !Letters.isEscape(text, start - 1);
        boolean behind = end < text.length()
                && Character.isLetterOrDigit(text.charAt(end - 1))
                && Character.isLetterOrDigit(text.charAt(end));
        return !before && !behind;
    }
}
