package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** What fills the field for a street in a form, whatever it is called: Street: Conygre Grove, Via: Garibaldi 12. */
final class AddressField {
    private static final int MOST_WORDS = 8;
    private static final Set<String> FIELDS = Phrases.of(
            "street|strasse|straat|via|calle|rue|rua|adres|indirizzo|direccion|endereco|ulica|gatuadresse|gatuadress|adresse");

    private AddressField() {}

    /** Index behind the last word of the line; the word itself where it fills no such field. */
    static int end(Words words, int first) {
        if (first == 0
                || !words.behind(first - 1).equals(": ")
                || !FIELDS.contains(words.folded(first - 1))
                || !beginsLine(words, first - 1)) {
            return first;
        }
        int end = first;
        boolean name = false;
        while (end < words.count() && end - first < MOST_WORDS) {
            if (!isPart(words, end)) {
                return first;
            }
            name |= words.written(end) == Words.Case.CAPITAL;
            String gap = words.behind(end);
            end++;
            if (end == words.count() || gap.indexOf('\n') >= 0) {
                return name && end - first > 1 ? end : first;
            }
            if (gap.length() > 2) {
                return first;
            }
        }
        return first;
    }

    private static boolean beginsLine(Words words, int word) {
        return word == 0 || words.behind(word - 1).indexOf('\n') >= 0;
    }

    private static boolean isPart(Words words, int word) {
        return switch (words.written(word)) {
            case CAPITAL, NUMBER, INITIAL -> true;
            default -> AddressAnchor.isHouse(words, word) || AddressByCode.isWithin(words.folded(word));
        };
    }
}
