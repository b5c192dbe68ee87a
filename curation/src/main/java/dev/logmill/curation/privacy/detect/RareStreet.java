package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * A house in a street of a rarer kind, whose word is one of the landscape too: 94677 Smith Groves, 8348 Bolton Ford. It is one by
 * its number of several digits and a name of people before the kind, where the line or its part ends behind.
 */
final class RareStreet {
    /** Kinds of the United States Postal Service (Publication 28) that are no kind by themselves. */
    private static final Set<String> KINDS = Phrases.of(
            "branch|bridge|brook|brooks|burg|burgs|bypass|camp|canyon|cape|causeway|center|centers|circles|cliff|cliffs|club"
                    + "|common|corner|corners|course|courts|cove|coves|creek|crest|crossing|crossroad|curve|dale|dam|divide|drives"
                    + "|estate|estates|expressway|extension|extensions|fall|falls|ferry|field|fields|flat|flats|ford|fords|forest"
                    + "|forge|forges|fork|forks|fort|freeway|garden|gateway|glen|glens|green|greens|groves|harbor|harbors|haven"
                    + "|heights|hill|hills|hollow|inlet|island|islands|isle|junction|junctions|key|keys|knoll|knolls|lake|lakes"
                    + "|land|landing|light|lights|loaf|lock|locks|lodge|mall|manor|manors|meadow|meadows|mill|mills|mission"
                    + "|motorway|mount|mountain|mountains|neck|orchard|oval|overpass|park|parks|parkways|pass|passage|path|pike"
                    + "|pine|pines|plain|plains|plaza|point|points|port|ports|prairie|radial|ramp|ranch|rapid|rapids|rest|ridge"
                    + "|ridges|river|roads|route|rue|run|shoal|shoals|shore|shores|skyway|spring|springs|spur|squares|station"
                    + "|stravenue|stream|streets|summit|throughway|trace|track|trafficway|tunnel|underpass|union|unions|valley"
                    + "|valleys|via|viaduct|view|views|village|villages|ville|vista|walk|walks|wall|ways|well|wells");

    private static final int NAMES = Lexicon.GIVEN | Lexicon.SURNAME | Lexicon.GIVEN_OR_WORD | Lexicon.SURNAME_OR_WORD;
    private static final int LEAST_DIGITS = 3;
    private static final int YEAR = 4;
    private static final int ZIP = 5;
    private static final int MOST_OF_TOWN = 3;

    private RareStreet() {}

    /** Index after the kind of the street whose number is here; the number itself where none is. */
    static int end(Words words, int number) {
        int kind = number + 2;
        if (kind >= words.count()
                || words.end(number) - words.start(number) < LEAST_DIGITS
                || words.written(number) != Words.Case.NUMBER
                || words.written(kind) != Words.Case.CAPITAL
                || !words.adjoins(number)
                || !words.adjoins(number + 1)) {
            return number;
        }
        boolean street = isName(words, number + 1) && KINDS.contains(words.folded(kind));
        boolean found = street && ends(words, kind) && (!isYear(words, number) || isInTown(words, kind));
        return found ? townEnd(words, kind + 1) : number;
    }

    /** Behind a town, its state and the postal code in the next line or part; the index itself where they do not stand there. */
    private static int townEnd(Words words, int town) {
        int end = town;
        while (end < words.count() && end - town < MOST_OF_TOWN && words.written(end) == Words.Case.CAPITAL) {
            end++;
        }
        boolean coded = end > town
                && end + 1 < words.count()
                && AddressRest.isJoint(words.behind(town - 1))
                && words.written(end) == Words.Case.CAPITALS
                && words.end(end) - words.start(end) == 2
                && words.adjoins(end)
                && words.written(end + 1) == Words.Case.NUMBER
                && words.end(end + 1) - words.start(end + 1) == ZIP;
        return coded ? end + 2 : town;
    }

    private static boolean isName(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && words.is(word, NAMES)
                && !words.is(word, Lexicon.NO_NAME | Lexicon.MADE | Lexicon.COMMON | Lexicon.ORGANISATION);
    }

    /** Whether the line, its part or the text ends behind the kind, or a part of the house stands there. */
    private static boolean ends(Words words, int kind) {
        String gap = words.behind(kind);
        return kind + 1 == words.count()
                || gap.startsWith(",")
                || gap.startsWith("\n")
                || gap.startsWith(". ")
                || gap.startsWith("\"")
                || StreetWords.isUnit(words.folded(kind + 1));
    }

    private static boolean isYear(Words words, int number) {
        String digits = words.folded(number);
        return digits.length() == YEAR && (digits.startsWith("19") || digits.startsWith("20"));
    }

    /** Whether a part of the house or a town and digits stand behind. */
    private static boolean isInTown(Words words, int kind) {
        int town = kind + 1;
        if (town >= words.count()) {
            return false;
        }
        if (StreetWords.isUnit(words.folded(town))) {
            return true;
        }
        int end = town;
        while (end < words.count() && end - town < 4 && words.isCapital(end)) {
            end++;
        }
        return end > town && end < words.count() && words.written(end) == Words.Case.NUMBER;
    }
}
