package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Finding;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a record or session: it is replaced wherever else it stands there, also where nothing around it would tell it; see
 * {@link SeenSpellings}.
 */
public final class SeenValues {
    private final Set<Noted> noted = new LinkedHashSet<>();

    /** What finds them all, until one more comes. */
    private @Nullable SeenDetector detector;

    /**
     * A finding, wherever it stood.
     *
     * @param value in one form
     * @param written as it stood in its text
     */
    record Noted(String type, String value, String written) {
        /** With the place it would have in a text of its own. */
        Finding finding() {
            return new Finding(type, 0, written.length(), value);
        }
    }

    /** Takes note of a finding in a text. */
    void add(Finding finding, String text) {
        add(new Noted(finding.type(), finding.value(), text.substring(finding.start(), finding.end())));
    }

    void addAll(Collection<Noted> others) {
        others.forEach(this::add);
    }

    private void add(Noted one) {
        if (noted.add(one)) {
            detector = null;
        }
    }

    /** Finds them again; made once for all texts of a session that are gone over when all values are known. */
    SeenDetector detector() {
        SeenDetector made = detector;
        if (made == null) {
            made = new SeenDetector(new SeenSpellings(noted));
            detector = made;
        }
        return made;
    }

    /** Whether there is none that could be found again. */
    public boolean isEmpty() {
        return noted.isEmpty() || detector().findsNothing();
    }

    /** In the order in which they were found first. */
    Set<Noted> noted() {
        return Collections.unmodifiableSet(noted);
    }
}
