package dev.logmill.curation.privacy.detect;

import java.util.HashSet;
import java.util.Set;

/** A box at a post office: P.O. Box 101, PO Box 7, Postfach 12; of the armed forces: PSC 12, Box 8380, Unit 9456 Box 31. */
final class PostalBox {
    private static final int CODE = 5;

    /** What stands right before the number of a box, and what may stand between. */
    private static final Set<String> BOXES = Set.of("apartado", "casilla", "postbus", "postfach", "postboks");

    private static final Set<String> TWO =
            Set.of("caixa postal", "casella postale", "boite postale", "locked bag", "private bag");

    private PostalBox() {}

    /** The first words of boxes. */
    static Set<String> beginnings() {
        Set<String> all = new HashSet<>(BOXES);
        TWO.forEach(box -> all.add(box.substring(0, box.indexOf(' '))));
        all.addAll(Set.of("p", "po", "gpo", "psc", "bp"));
        return all;
    }

    /** Index after the number of the box that begins here; the index itself, where none does. */
    static int end(Words words, int word) {
        int box = word + before(words, word);
        if (box + 1 >= words.count() || !AddressAnchor.isHouse(words, box + 1)) {
            return word;
        }
        String named = words.folded(box);
        if (named.equals("bp")) {
            return words.behind(box + 1).equals(", ") && isCode(words, box + 2) ? box + 2 : word;
        }
        boolean two = box > word && TWO.contains(words.folded(box - 1) + " " + named) && words.isCapital(box);
        return (BOXES.contains(named) && words.isCapital(box)) || two || (box > word && named.equals("box"))
                ? numberEnd(words, box + 1)
                : word;
    }

    /** Index after the pairs of digits that a number may be written in: Postfach 10 12 34. */
    private static int numberEnd(Words words, int first) {
        int end = first + 1;
        while (end < words.count() && words.adjoins(end - 1) && isPair(words, end - 1) && isPair(words, end)) {
            end++;
        }
        return end;
    }

    private static boolean isPair(Words words, int word) {
        return words.written(word) == Words.Case.NUMBER && words.end(word) - words.start(word) == 2;
    }

    private static boolean isCode(Words words, int word) {
        return word < words.count()
                && words.written(word) == Words.Case.NUMBER
                && words.end(word) - words.start(word) == CODE;
    }

    /** How many words stand before "box". */
    private static int before(Words words, int word) {
        return switch (words.folded(word)) {
            case "unit" -> word + 2 < words.count() && AddressAnchor.isHouse(words, word + 1) ? 2 : 0;
            case "psc" -> 2;
            case "p" -> word + 1 < words.count() && words.folded(word + 1).equals("o") ? 2 : 0;
            case "po", "gpo", "caixa", "casella", "boite", "locked", "private" -> 1;
            case "apartado" ->
                word + 2 < words.count() && words.folded(word + 1).equals("de") ? 2 : 0;
            default -> 0;
        };
    }
}
