package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Where an address begins: before what tells it may stand a number, the name of a street, a ship of the armed forces. */
final class AddressStart {
    private static final int MOST_WORDS = 8;
    private static final int MOST_SMALL = 4;
    private static final int MOST_OF_UNIT = 3;

    /** Post offices of the armed forces of the United States. */
    private static final Set<String> FORCES = Set.of("apo", "fpo", "dpo");

    private final Words words;

    /** Before a unit alone may stand who lives there; before a house number none does. */
    private final boolean unit;

    /** With a number or a kind of street the street is told, and before a comma stands who lives there. */
    private boolean street;

    private int first;
    private int small;
    private boolean line;

    private AddressStart(Words words, int anchor) {
        String folded = words.folded(anchor);
        this.words = words;
        this.unit = StreetWords.isUnit(folded);
        this.street = words.written(anchor) == Words.Case.NUMBER
                || words.is(anchor, Lexicon.STREET_BEFORE)
                || StreetWords.isWhole(folded);
        this.first = anchor;
    }

    /**
     * Index of the first word.
     *
     * @param anchor the first of those that tell the address
     * @param least the first that is none of an address before
     */
    static int of(Words words, int anchor, int least) {
        if (anchor > least && FORCES.contains(words.folded(anchor - 1))) {
            return ofForces(words, anchor - 1, least);
        }
        AddressStart start = new AddressStart(words, anchor);
        int i = anchor - 1;
        while (i >= least && anchor - i <= MOST_WORDS && AddressRest.isJoint(words.behind(i)) && start.takes(i)) {
            i--;
        }
        return flatBefore(words, start.first, least);
    }

    /** 12/34 Rose Street, #08-12 Blk 123: the flat before the house; the house itself, where none is. */
    private static int flatBefore(Words words, int house, int least) {
        int before = house - 1;
        boolean number = before >= least && words.written(before) == Words.Case.NUMBER;
        if (!number) {
            return house;
        }
        boolean flat = words.behind(before).equals("/")
                && words.written(house) != Words.Case.SMALL
                && words.end(before) - words.start(before) < 5
                && !words.isBehind(before, '/');
        boolean floor = before - 1 >= least
                && words.behind(before).equals(" ")
                && words.behind(before - 1).equals("-")
                && words.written(before - 1) == Words.Case.NUMBER
                && words.isBehind(before - 1, '#');
        return floor ? before - 1 : flat ? before : house;
    }

    /** Takes the next word to the left, if the address can begin with it or before it. */
    private boolean takes(int word) {
        String gap = words.behind(word);
        // Before a comma four digits are a year.
        boolean year = gap.indexOf(',') >= 0 && words.end(word) - words.start(word) == 4;
        boolean house = !year && AddressAnchor.isHouse(words, word);
        boolean above = gap.indexOf('\n') >= 0;
        // Above may be who lives there; a street in the line above begins or ends with a number.
        if ((street && !house && gap.indexOf(',') >= 0) || (above && line)) {
            return false;
        }
        line |= above;
        boolean part = house || isPart(word);
        if (house || (part && small == 0 && !line && !unit && words.isCapital(word))) {
            first = word;
            small = 0;
            street |= house;
            return true;
        }
        return part || isSmall(word);
    }

    /** In small letters up to a number. */
    private boolean isSmall(int word) {
        return words.written(word) == Words.Case.SMALL
                && !NameWords.noNames().contains(words.folded(word))
                && ++small <= MOST_SMALL;
    }

    private boolean isPart(int word) {
        String folded = words.folded(word);
        return !NameWords.noNames().contains(folded)
                && (words.isCapital(word)
                        || words.written(word) == Words.Case.INITIAL
                        || words.is(word, Lexicon.PARTICLE | Lexicon.STREET_BEHIND | Lexicon.STREET_BEFORE));
    }

    /** USS Example, FPO AE 12345: the words in the line above, or before a comma. */
    private static int ofForces(Words words, int office, int least) {
        int first = office;
        int i = office - 1;
        while (i >= least
                && office - i <= MOST_OF_UNIT
                && (i == office - 1
                        ? AddressRest.isJoint(words.behind(i))
                        : words.behind(i).equals(" "))
                && words.written(i) != Words.Case.SMALL) {
            first = i;
            i--;
        }
        return first;
    }
}
