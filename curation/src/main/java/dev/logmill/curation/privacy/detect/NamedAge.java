package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * An age right behind the name of somebody or what they are, as papers and clinics write it: Zofia Nowak, 54, denies; Karl Brandt (57);
 * Mrs. Ricci (69); Peter, 41, is; the suspect, 27, fled.
 */
final class NamedAge {
    private static final int LEAST = 16;
    private static final int OLDEST = 110;
    private static final int LONGEST_WORD = 24;

    private static final Set<String> TOLD_OF = Phrases.of(
            "suspect|victim|defendant|accused|driver|man|woman|boy|girl|patient|student|teenager|mother|father|plaintiff|claimant|officer"
                    + "|actor|actress|singer|brother|sister|son|daughter|wife|husband|caller|employee|nurse|teacher|pilot|passenger|witness");

    private static final Set<String> WHOSE = Set.of("the", "a", "my", "his", "her", "their", "our", "this");

    private NamedAge() {}

    /** Whether digits are one: most stand behind no comma or bracket, and are spared the rest. */
    static boolean is(String text, int start, int end) {
        boolean bracket = text.startsWith(" (", start - 2) && text.startsWith(")", end);
        boolean commas = text.startsWith(", ", start - 2) && text.startsWith(", ", end);
        if (end - start < 2 || !(bracket || commas)) {
            return false;
        }
        int age = Integer.parseInt(text.substring(start, end));
        return age >= LEAST
                && age <= OLDEST
                && (isBehindName(text, start - 2)
                        || isBehindTitle(text, start - 2)
                        || (commas && isBehindOne(text, start - 2) && Character.isLowerCase(charAt(text, end + 2))));
    }

    /** Mrs. Ricci: any word with a capital behind a title. */
    private static boolean isBehindTitle(String text, int end) {
        int name = wordStart(text, end);
        int stop = name > 1 && text.charAt(name - 1) == ' ' ? name - 1 : 0;
        int last = stop > 0 && text.charAt(stop - 1) == '.' ? stop - 1 : stop;
        int title = wordStart(text, last);
        return title < last
                && end - name > 1
                && isCapital(text, name)
                && NameWords.isSmallTitle(Folded.of(text.substring(title, last)));
    }

    /** A given name alone that is nothing else, or somebody who is told of: the suspect. */
    private static boolean isBehindOne(String text, int end) {
        int last = wordStart(text, end);
        String word = Folded.of(text.substring(last, end));
        if (end - last > 2 && isCapital(text, last)) {
            boolean given = Lexicon.is(word, Lexicon.GIVEN) || PlainName.isGiven(word);
            return given
                    && !Lexicon.is(
                            word,
                            Lexicon.MADE | Lexicon.COMMON | Lexicon.NO_NAME | Lexicon.PLACE | Lexicon.BETTER_KNOWN);
        }
        int before = last > 0 && text.charAt(last - 1) == ' ' ? wordStart(text, last - 1) : last;
        return TOLD_OF.contains(word) && before < last && WHOSE.contains(Folded.of(text.substring(before, last - 1)));
    }

    private static char charAt(String text, int index) {
        return index < text.length() ? text.charAt(index) : ' ';
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
