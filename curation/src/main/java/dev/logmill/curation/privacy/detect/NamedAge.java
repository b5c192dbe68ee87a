package dev.logmill.curation.privacy.detect;

/** An age right behind the name of somebody, as papers and clinics write it: Zofia Nowak, 54, denies; Karl Brandt (57). */
final class NamedAge {
    private static final int LEAST = 16;
    private static final int OLDEST = 110;
    private static final int LONGEST_WORD = 24;

    private NamedAge() {}

    /** Whether digits are one: most stand behind no comma or bracket, and are spared the rest. */
    static boolean is(String text, int start, int end) {
        boolean bracket = text.startsWith(" (", start - 2) && text.startsWith(")", end);
        boolean commas = text.startsWith(", ", start - 2) && text.startsWith(", ", end);
        if (end - start < 2 || !(bracket || commas)) {
            return false;
        }
        int age = Integer.parseInt(text.substring(start, end));
        return age >= LEAST && age <= OLDEST && isBehindName(text, start - 2);
    }

    /** A given name and a surname with capitals, and no other word with one before them, as titles of works have. */
    private static boolean isBehindName(String text, int end) {
        int last = wordStart(text, end);
        int first = last > 0 && text.charAt(last - 1) == ' ' ? wordStart(text, last - 1) : last;
        if (first == last || end - last < 2 || !isCapital(text, first) || !isCapital(text, last)) {
            return false;
        }
        String given = Folded.of(text.substring(first, last - 1));
        String surname = Folded.of(text.substring(last, end));
        return Lexicon.is(given, Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD)
                && !Lexicon.is(given, Lexicon.MADE | Lexicon.COMMON | Lexicon.NO_NAME)
                && !Lexicon.is(surname, Lexicon.NO_NAME | Lexicon.ORGANISATION | Lexicon.PLACE)
                && (Lexicon.is(surname, Lexicon.SURNAME) || Lexicon.isUnknown(surname));
    }

    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0
                && end - start < LONGEST_WORD
                && (Character.isLetter(text.charAt(start - 1)) || "'-\u2019".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }

    private static boolean isCapital(String text, int word) {
        return Character.isUpperCase(text.charAt(word))
                && word + 1 < text.length()
                && Character.isLowerCase(text.charAt(word + 1));
    }
}
