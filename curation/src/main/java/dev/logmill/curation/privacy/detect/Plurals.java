package dev.logmill.curation.privacy.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What ids are called where several follow: "account numbers", "MRNs", "números de cuenta", "Kundennummern". */
final class Plurals {
    private static final List<String> NUMBERS = List.of("número ", "numero ", "numéro ");
    private static final List<String> OF_SEVERAL = List.of("números ", "numeri ", "numéros ");

    private Plurals() {}

    /** Labels in small letters, and the same of several; made once, so that a word that no language has does no harm. */
    static Set<String> with(List<String> labels) {
        Set<String> all = new HashSet<>(labels);
        for (String label : labels) {
            if (label.endsWith("nummer")) {
                all.add(label + "n");
            } else if (!label.endsWith("s")) {
                all.add(label + "s");
            }
            for (int language = 0; language < NUMBERS.size(); language++) {
                if (label.startsWith(NUMBERS.get(language))) {
                    all.add(OF_SEVERAL.get(language)
                            + label.substring(NUMBERS.get(language).length()));
                }
            }
        }
        return Set.copyOf(all);
    }
}
