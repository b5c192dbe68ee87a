package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Letters;
import dev.logmill.curation.privacy.detect.MachineId;
import dev.logmill.curation.privacy.detect.Scan;
import java.util.List;
import java.util.function.Consumer;

/** Finds again what was found elsewhere in a record or session; see {@link SeenSpellings}. */
final class SeenDetector implements Detector {
    private static final String PERSON = "PERSON";
    private static final String SECRET = "SECRET";

    private final transient SeenSpellings values;
    private final transient SeenSearch seen;
    private final transient SeenSearch shortNames;

    SeenDetector(SeenSpellings values) {
        this.values = values;
        this.seen = new SeenSearch(values.values());
        this.shortNames = new SeenSearch(values.shortNames());
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        find(scan.text(), sink);
    }

    void find(String text, Consumer<Finding> sink) {
        seen.find(text, finding -> {
            if (standsAlone(text, finding.start(), finding.end()) && isSame(text, finding)) {
                sink.accept(finding);
            }
        });
    }

    /** A name that is a word too is one where no sentence begins; a PIN is none where it is called the number of a thing. */
    private boolean isSame(String text, Finding finding) {
        if (finding.type().equals(SECRET) && CountedThing.is(text, finding.start(), finding.end())) {
            return false;
        }
        if (finding.type().equals(PERSON) && values.isCode(text, finding.start(), finding.end())) {
            return false;
        }
        return !values.isWord(text.substring(finding.start(), finding.end()))
                || !Letters.beginsSentence(text, finding.start());
    }

    /** What a finding's placeholder tells of, among all that was found. */
    Finding told(Finding finding) {
        return values.told(finding);
    }

    /** What else goes by the placeholder of a whole: see {@link SeenSpellings#partsOf}. */
    List<Finding> partsOf(Finding whole) {
        return values.partsOf(whole);
    }

    /** Whether there is nothing that it could find. */
    boolean findsNothing() {
        return values.isEmpty();
    }

    /** Whether any stands in a text as it shows. */
    boolean standsIn(String text) {
        return seen.isIn(text) || shortNames.isIn(text);
    }

    private static boolean standsAlone(String text, int start, int end) {
        boolean before = start > 0
                && Character.isLetterOrDigit(text.charAt(start))
                && Character.isLetterOrDigit(text.charAt(start - 1))
                && !Letters.isEscape(text, start - 1);
        boolean behind = end < text.length()
                && Character.isLetterOrDigit(text.charAt(end - 1))
                && Character.isLetterOrDigit(text.charAt(end));
        return !before && !behind && !MachineId.isCut(text, start, end);
    }
}
