package dev.logmill.curation.privacy.detect;

import java.util.List;

/** Legal forms of firms that are written with stops: S.A., B.V., S.r.l., Sp. z o.o. */
final class DottedForm {
    private static final List<String> FORMS = List.of(
            "S.A.S.",
            "S.A.R.L.",
            "S.A. de C.V.",
            "S.A.",
            "S.L.U.",
            "S.L.",
            "S.R.L.",
            "S.r.l.",
            "S.p.A.",
            "S.P.A.",
            "B.V.",
            "N.V.",
            "K.K.",
            "Sp. z o.o.",
            "Sp. k.",
            "s.r.o.",
            "d.o.o.",
            "e.V.",
            "A.G.",
            "L.L.C.",
            "L.L.P.",
            "P.L.C.",
            "P.C.",
            "A.Ş.",
            "A/S",
            "Pty. Ltd.");

    private DottedForm() {}

    /** Index after the last word of the form that begins here; the index itself, where none does. */
    static int end(String text, Words words, int word) {
        if (word >= words.count() || words.end(word) - words.start(word) > 3) {
            return word;
        }
        for (String form : FORMS) {
            int end = words.start(word) + form.length();
            if (text.startsWith(form, words.start(word)) && !Letters.wordAt(text, end)) {
                int last = word;
                while (last < words.count() && words.start(last) < end) {
                    last++;
                }
                return last;
            }
        }
        return word;
    }
}
