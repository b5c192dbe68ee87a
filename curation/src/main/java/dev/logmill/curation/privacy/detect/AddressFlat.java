package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Which part of a house an address names behind its number: 12/4, 12 a, m. 4, int. 4. */
final class AddressFlat {
    /** Parts of a house in other languages, which behind a street alone mean nothing else. */
    private static final Set<String> KINDS = Phrases.of(
            "m|int|interno|lok|kv|apto|dpto|bte|whg|wohnung|top|bus|hs|piso|puerta|esc|stg|stiege|scala|daire|lgh|lejl");

    private static final Set<String> SIDES = Phrases.of("izq|izda|izquierda|dcha|dch|derecha|centro|ctro|esq|dto|dir");

    private AddressFlat() {}

    /** Whether a number is that of a flat, behind that of its house and a slash. */
    static boolean isJoined(Words words, int word) {
        return words.behind(word - 1).equals("/")
                && words.written(word - 1) == Words.Case.NUMBER
                && AddressAnchor.isHouse(words, word);
    }

    /** Index after the part that begins with a word; the word's own where none does. */
    static int end(Words words, int word, String gap) {
        if (isDoor(words, word) || isLetter(words, word)) {
            return word + 1;
        }
        boolean kind = KINDS.contains(words.folded(word)) && AddressRest.isJoint(gap);
        return kind && word + 1 < words.count() && AddressRest.isUnitNumber(words, word + 1) ? word + 2 : word;
    }

    /** 2\u00ba A, 4\u00ba izq: the door behind its floor, by a letter or a side. */
    private static boolean isDoor(Words words, int word) {
        String floor = words.folded(word - 1);
        int last = floor.length() - 1;
        return (words.written(word) == Words.Case.INITIAL || SIDES.contains(words.folded(word)))
                && words.adjoins(word - 1)
                && last > 0
                && "\u00ba\u00aa".indexOf(floor.charAt(last)) >= 0
                && Letters.isDigit(floor.charAt(0));
    }

    /** 12 a: the small letter of a house behind its number, where the part of the address ends. */
    private static boolean isLetter(Words words, int word) {
        String gap = words.behind(word);
        return words.end(word) - words.start(word) == 1
                && words.written(word) == Words.Case.SMALL
                && words.folded(word).charAt(0) <= 'h'
                && words.written(word - 1) == Words.Case.NUMBER
                && words.adjoins(word - 1)
                && (word + 1 == words.count() || gap.startsWith(",") || gap.startsWith("\n"));
    }
}
