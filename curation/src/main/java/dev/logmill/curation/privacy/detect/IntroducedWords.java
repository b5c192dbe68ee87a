package dev.logmill.curation.privacy.detect;

/** What else words are behind what introduces a name: a phrase of JSON, a name that no list has, a town that is a given name. */
final class IntroducedWords {
    private IntroducedWords() {}

    /** {"name": "Manual review"}: a value of words, of which the first has a capital. */
    static boolean arePhrase(Words words, int from, int end) {
        return end - from == 1
                && words.adjoins(from)
                && words.written(end) == Words.Case.SMALL
                && words.isEnglish(from)
                && words.isEnglish(end)
                && words.behind(from - 1).indexOf('"') >= 0;
    }

    /** "Booked, name Damini Ganesan": right behind the word, with no sign between. */
    static boolean areBehindName(Words words, int from) {
        return words.written(from - 1) == Words.Case.SMALL
                && words.folded(from - 1).equals("name")
                && words.behind(from - 1).equals(" ");
    }

    /** "My name is Paris Olufemi": a town is a given name where nobody knows the surname and no town is asked for. */
    static boolean areNamedAsPlace(Words words, int from, int end, Cues cues) {
        return end - from > 1
                && PlaceDetector.listed(words, from) <= from + 1
                && NameParts.isUnknown(words, end - 1)
                && cues.endWith(NameCues.NAMED);
    }
}
