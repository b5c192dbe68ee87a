package dev.logmill.curation.privacy.detect;

/** A box at a post office: P.O. Box 101, PO Box 7, Postfach 12; of the armed forces: PSC 12, Box 8380, Unit 9456 Box 31. */
final class PostalBox {
    private PostalBox() {}

    /** Index after the number of the box that begins here; the index itself, where none does. */
    static int end(Words words, int word) {
        int box = word + before(words, word);
        if (box + 1 >= words.count() || !AddressAnchor.isHouse(words, box + 1)) {
            return word;
        }
        String named = words.folded(box);
        return named.equals("postfach") || (box > word && named.equals("box")) ? box + 2 : word;
    }

    /** How many words stand before "box". */
    private static int before(Words words, int word) {
        return switch (words.folded(word)) {
            case "unit" -> word + 2 < words.count() && AddressAnchor.isHouse(words, word + 1) ? 2 : 0;
            case "psc" -> 2;
            case "p" -> word + 1 < words.count() && words.folded(word + 1).equals("o") ? 2 : 0;
            case "po" -> 1;
            default -> 0;
        };
    }
}
