package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Words that are an address since they are called so: "my address is Jadranska 6", "deliver to 12 old mill". */
final class CalledAddress {
    private static final int MOST_WORDS = 5;

    /** What addresses of memory and of networks are made of, and what else is counted. */
    private static final Set<String> COUNTED = Phrases.of(
            "byte|bytes|bit|bits|octet|octets|digits|characters|chars|words|integers|hex|bytes-like|groups|fields|lines|entries|items"
                    + "|people|times|minutes|hours|days|pages|values");

    private CalledAddress() {}

    /** A number with words behind it; they go on while nothing but an address could. */
    static int ofNumber(Scan scan, Words words, int number) {
        int word = number + 1;
        if (word < words.count() && AddressAnchor.goesOn(words, number) && words.written(word) == Words.Case.NUMBER) {
            word++;
        }
        if (isCounted(words, word)) {
            return number;
        }
        boolean inWords = word < words.count()
                && AddressAnchor.goesOn(words, word - 1)
                && words.written(word) != Words.Case.NUMBER;
        if (!inWords || !scan.cuesBefore(words.start(number)).endWith(StreetWords.CALLED)) {
            return number;
        }
        int end = number + 1;
        while (end < words.count()
                && end - number <= MOST_WORDS
                && AddressAnchor.goesOn(words, end - 1)
                && !words.is(end, Lexicon.NO_NAME)) {
            end++;
        }
        return end;
    }

    /** An address as 4 packed bytes: what is counted, behind one more word at most. */
    private static boolean isCounted(Words words, int word) {
        for (int i = word; i < words.count() && i < word + 2 && AddressAnchor.goesOn(words, i - 1); i++) {
            if (COUNTED.contains(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word can stand right before that may end what calls an address so. */
    static boolean mayBegin(Words words, int word) {
        return word > 0
                && words.is(word - 1, Lexicon.CALLS_ADDRESS)
                && (words.adjoins(word - 1) || words.behind(word - 1).startsWith(":"));
    }

    /** A name with a number behind it, or with a kind of street in it. */
    static int ofStreet(Scan scan, Words words, int first) {
        int end = first + 1;
        boolean kind = words.is(first, Lexicon.STREET_BEFORE);
        while (end < words.count() && end - first <= MOST_WORDS && isNear(words, end) && isName(words, end)) {
            end++;
        }
        boolean number = end < words.count() && isNear(words, end) && isNumber(words, end);
        if (!(number || (kind && end > first + 1))
                || !scan.cuesBefore(words.start(first)).endWith(StreetWords.CALLED)) {
            return first;
        }
        return number ? end + 1 : end;
    }

    private static boolean isName(Words words, int word) {
        return (words.isCapital(word) && !words.is(word, Lexicon.NO_NAME)) || words.is(word, Lexicon.PARTICLE);
    }

    private static boolean isNear(Words words, int word) {
        return AddressAnchor.goesOn(words, word - 1) || words.behind(word - 1).equals(", ");
    }

    /** The number of a house, with nothing counted behind it. */
    private static boolean isNumber(Words words, int word) {
        boolean house = AddressAnchor.isHouse(words, word)
                || (words.written(word) == Words.Case.MIXED && words.end(word) - words.start(word) <= 4);
        boolean counted = words.adjoins(word)
                && words.written(word + 1) == Words.Case.SMALL
                && !StreetWords.isBehindAddress(words.folded(word + 1));
        return house && !counted;
    }
}
