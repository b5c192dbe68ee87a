package dev.logmill.curation.privacy.detect;

/** What makes words with a capital the name of a firm or house, as somebody's: who works there, where it stands, what it is called. */
final class FirmContext {
    private static final int NAMES = Lexicon.GIVEN | Lexicon.SURNAME;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;

    private FirmContext() {}

    /** Whether the words before a word say that somebody works for what begins there, or that a house is told. */
    static boolean isCalled(Scan scan, Words words, int word) {
        Cues cues = scan.cuesBefore(words.start(word));
        boolean labelled = words.behind(word - 1).indexOf(':') >= 0;
        return cues.endWith(OrganisationWords.WORKED_FOR) || (labelled && cues.endWith(OrganisationWords.LABELLED));
    }

    /** My company, Acme, has moved. */
    static boolean isOwn(Scan scan, Words words, int word) {
        return scan.cuesBefore(words.start(word)).endWith(OrganisationWords.OWN);
    }

    /** Whether somebody by name has joined or comes from it, or it stands before its address. */
    static boolean is(Scan scan, Words words, int word, int end) {
        return isJoined(words, word)
                || isDealtWith(scan, words, word, end)
                || isFrom(words, word, end)
                || isOfPeople(words, word, end)
                || isAddressed(scan, words, word, end);
    }

    /** An invoice from Acme; a surname alone is rather somebody, and what everybody knows is a brand. */
    private static boolean isDealtWith(Scan scan, Words words, int word, int end) {
        return word > 1
                && words.is(word - 1, Lexicon.BEFORE_FIRM)
                && words.adjoins(word - 1)
                && !(end - word == 1 && words.is(word, SURNAMES))
                && !words.is(word, Lexicon.MADE | Lexicon.COMMON | Lexicon.LANDSCAPE)
                && isDealtWith(scan.cuesBefore(words.start(word)), words, word, end);
    }

    /** One is called from Main and from Home as well. */
    private static boolean isDealtWith(Cues cues, Words words, int word, int end) {
        boolean named = end - word > 1 || !words.isEnglish(word);
        return cues.endWith(OrganisationWords.DEALT_WITH) || (named && cues.endWith(OrganisationWords.CALLED_FROM));
    }

    /** Ann joined Acme. */
    private static boolean isJoined(Words words, int word) {
        return word > 1
                && words.adjoins(word - 1)
                && words.adjoins(word - 2)
                && OrganisationWords.isJoining(words.folded(word - 1))
                && (words.is(word - 2, NAMES) || OrganisationWords.isSomebody(words.folded(word - 2)));
    }

    /** Ann from Brightleaf Logistics: of two words or more, as one alone is rather a town. */
    private static boolean isFrom(Words words, int word, int end) {
        return word > 1
                && end - word > 1
                && words.folded(word - 1).equals("from")
                && words.adjoins(word - 1)
                && words.adjoins(word - 2)
                && words.is(word - 2, Lexicon.GIVEN)
                && !words.is(word, Lexicon.LANDSCAPE | Lexicon.PLACE | Lexicon.PLACE_OR_WORD)
                && !words.is(end - 1, Lexicon.LANDSCAPE | Lexicon.STREET_BEHIND);
    }

    /** Acme employees, Acme's CEO, Acme hired; no surname, as that is who hired. */
    private static boolean isOfPeople(Words words, int word, int end) {
        if (end >= words.count() || words.is(word, NAMES) || words.is(end - 1, SURNAMES)) {
            return false;
        }
        boolean genitive =
                words.folded(end).equals("s") && words.behind(end - 1).length() == 1 && words.adjoins(end);
        int behind = genitive ? end + 1 : end;
        return (genitive || words.adjoins(end - 1))
                && OrganisationWords.isOfPeople(words.folded(behind))
                && words.written(behind) != Words.Case.CAPITAL
                && !words.isEnglish(word);
    }

    /** At Acme, 12 Elm Street. */
    private static boolean isAddressed(Scan scan, Words words, int word, int end) {
        return word > 0
                && end < words.count()
                && words.folded(word - 1).equals("at")
                && words.adjoins(word - 1)
                && words.behind(end - 1).equals(", ")
                && words.written(end) == Words.Case.NUMBER
                && AddressAnchor.end(scan, words, end) > end;
    }

    /** Index after the last word of a house that treats, teaches or banks somebody; the index itself, if none begins here. */
    static int houseEnd(Words words, int word, int end) {
        if (word == 0 || !words.adjoins(word - 1) || !OrganisationWords.isBeforeHouse(words.folded(word - 1))) {
            return word;
        }
        boolean at = words.folded(word - 1).equals("at");
        for (int last = end - 1; last > word; last--) {
            String kind = words.folded(last);
            boolean house = OrganisationWords.isHouse(kind) || (at && OrganisationWords.isSchool(kind));
            if (house && words.isCapital(last)) {
                return last + 1;
            }
        }
        return word;
    }

    /** Whitlock, Barnes and Shah: surnames alone, behind "at", "by" or "firm" or in a line of their own. */
    static boolean isPartnership(Words words, int word, int end) {
        if (end - word != 4
                || !words.folded(end - 2).equals("and")
                || !words.behind(word).equals(", ")) {
            return false;
        }
        boolean names = words.is(word, SURNAMES) && words.is(word + 1, SURNAMES) && words.is(end - 1, SURNAMES);
        boolean line = (word == 0 || words.behind(word - 1).indexOf('\n') >= 0)
                && words.behind(end - 1).indexOf('\n') >= 0;
        return names && (line || (word > 0 && isBefore(words.folded(word - 1))));
    }

    private static boolean isBefore(String folded) {
        return folded.equals("at") || folded.equals("by") || folded.equals("firm") || folded.equals("office");
    }
}
