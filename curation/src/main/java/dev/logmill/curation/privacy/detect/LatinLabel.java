package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** A label in Latin letters before a name of China, Japan or Korea: {@code Name: \u7530\u4e2d\u592a\u90ce}. */
final class LatinLabel {
    private static final int REACH = 24;

    private static final Set<String> NAMES =
            Phrases.of("name|names|fullname|nombre|nome|nom|naam|kunde|customer|client|patient"
                    + "|recipient|sender|contact|passenger|guest|cardholder|applicant|employee");

    /** What may stand before one of them; "file name" and "company name" are of no person. */
    private static final Set<String> WHOSE = Phrases.of(
            "full|my|your|his|her|customer|client|patient|contact|first|last|given|family"
                    + "|real|legal|native|chinese|japanese|korean|student|employee|guest|passenger|account|holder|recipient|sender|applicant|cardholder|the|user");

    private LatinLabel() {}

    /** The end of the name behind one; the start itself, where none begins. */
    static int end(String text, int start) {
        char c = text.charAt(start);
        boolean begins = c >= '\u4e00' && start > 1 && !isEastern(text.charAt(start - 1));
        if (!begins || !isBefore(text, start)) {
            return start;
        }
        if (NativeName.isKoreanSurname(c)) {
            return NativeName.end(text, start, NativeCues.Kind.NAME_LABEL);
        }
        int japanese = JapaneseName.end(text, start);
        if (japanese > start) {
            return japanese;
        }
        int chinese = NativeName.end(text, start, NativeCues.Kind.FULL_NAME);
        // A surname begins many other words as well, which go on.
        return chinese < text.length() && isEastern(text.charAt(chinese)) ? start : chinese;
    }

    private static boolean isEastern(char c) {
        return c >= '\u3041' && c <= '\ud7a3';
    }

    private static boolean isBefore(String text, int start) {
        int end = start;
        boolean set = false;
        while (end > 0 && start - end < 4 && " :\uff1a=\"'".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
            set |= ":\uff1a=".indexOf(text.charAt(end)) >= 0;
        }
        int word = wordStart(text, end);
        if (!set || !NAMES.contains(text.substring(word, end).toLowerCase(Locale.ROOT))) {
            return false;
        }
        int whoseEnd = word > 0 && " _".indexOf(text.charAt(word - 1)) >= 0 ? word - 1 : word;
        int whose = wordStart(text, whoseEnd);
        return whose == whoseEnd
                || WHOSE.contains(text.substring(whose, whoseEnd).toLowerCase(Locale.ROOT));
    }

    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && end - start < REACH && Letters.isAsciiLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
