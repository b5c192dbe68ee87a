package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Places that no list has: by their form (Port Jared, Neustadt), by what is said before, by the state or country behind. */
final class UnlistedPlace {
    private static final int MOST_WORDS = 4;
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD;
    private static final Set<String> FROM_OR_TO = Set.of("from", "to");

    private UnlistedPlace() {}

    /** Index after the last word of the one that begins here; the index itself, if none does. */
    static int end(Scan scan, Words words, int word) {
        if (word == 0 || !words.isCapital(word)) {
            return word;
        }
        if (!PlaceDetector.isBehindPreposition(words, word) || words.is(word, Lexicon.GIVEN) || isOther(words, word)) {
            return word;
        }
        int end = run(words, word);
        return hasForm(words, word, end) || isSaid(scan, words, word) || isWithState(scan.text(), words, end)
                ? end
                : word;
    }

    private static boolean isOther(Words words, int word) {
        boolean no = words.is(word, Lexicon.NO_NAME) && !isLandscape(words, word);
        return no || words.is(word, Lexicon.MADE | Lexicon.COMMON | Lexicon.TITLE) || !words.standsFree(word);
    }

    /** City: Rezzo, city=Rezzo, "city": "Rezzo". */
    static boolean isLabelled(Words words, int word) {
        if (word == 0) {
            return false;
        }
        String gap = words.behind(word - 1);
        boolean label = gap.length() < 6 && (gap.indexOf(':') >= 0 || gap.indexOf('=') >= 0) && gap.indexOf('\n') < 0;
        return label && !words.is(word, Lexicon.NO_NAME) && words.form(word - 1).placeLabel();
    }

    private static boolean hasForm(Words words, int word, int end) {
        return (end > word + 1 && isLandscape(words, word)) || PlaceWords.looksLikeTown(words.folded(word));
    }

    private static boolean isLandscape(Words words, int word) {
        return words.is(word, Lexicon.LANDSCAPE)
                && words.adjoins(word)
                && words.written(word + 1) == Words.Case.CAPITAL;
    }

    private static boolean isSaid(Scan scan, Words words, int word) {
        if (words.written(word) != Words.Case.CAPITAL) {
            return false;
        }
        Cues cues = scan.cuesBefore(words.start(word));
        boolean unknown = !Lexicon.isListed(words.folded(word));
        return (PlaceDetector.isWithin(words, word) && cues.say(PlaceWords.LIFE))
                || (unknown && FROM_OR_TO.contains(words.folded(word - 1)) && cues.say(PlaceWords.TRAVEL));
    }

    /** Whether a comma and a state or a country follow. */
    private static boolean isWithState(String text, Words words, int end) {
        if (end >= words.count() || !words.behind(end - 1).equals(", ")) {
            return false;
        }
        boolean state = words.written(end) == Words.Case.CAPITALS
                && StreetWords.isState(text.substring(words.start(end), words.end(end)));
        return state || (words.is(end, PLACES | Lexicon.PLACE_BEGINS) && PlaceDetector.listed(words, end) > end);
    }

    /** Words with a capital, and the particles and prepositions between those of towns: Krásná Hora nad Vltavou. */
    static int run(Words words, int first) {
        int end = first + 1;
        int last = end;
        while (end < words.count() && end - first < MOST_WORDS && words.adjoins(end - 1)) {
            if (words.isCapital(end) && !words.is(end, Lexicon.NO_NAME)) {
                last = end + 1;
            } else if (!words.is(end, Lexicon.PARTICLE) && !PlaceWords.isLink(words.folded(end))) {
                break;
            }
            end++;
        }
        return last;
    }
}
