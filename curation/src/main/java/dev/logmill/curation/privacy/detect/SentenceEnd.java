package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** Where a sentence ends: at a stop with a space behind, unless the word before is a short form as in Sig. Rossi, C.F. or No. 7. */
final class SentenceEnd {
    private static final Set<String> SHORT_FORMS = Phrases.of(
            "sig|sigg|sigra|sra|srta|sr|dott|dra|avv|ing|geom|rag|prof|dr|mr|mrs|ms|mme|mlle|nr|no|str|bzw|ca|med"
                    + "|dipl|hr|fr|mag|num|tel|cod|fisc|doc");

    private SentenceEnd() {}

    /** Whether one ends within a text. */
    static boolean isIn(String text) {
        for (int stop = text.indexOf(". "); stop >= 0; stop = text.indexOf(". ", stop + 1)) {
            if (!isShortForm(text, stop)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShortForm(String text, int stop) {
        int start = stop;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        // One letter behind the stop of another, as in C.F., or that of a given name.
        return stop - start == 1
                || SHORT_FORMS.contains(text.substring(start, stop).toLowerCase(Locale.ROOT));
    }
}
