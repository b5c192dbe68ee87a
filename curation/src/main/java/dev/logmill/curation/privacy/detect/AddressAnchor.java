package dev.logmill.curation.privacy.detect;

/**
 * What tells a postal address: a street with its number before or behind, an apartment, a box, a state with its ZIP code, a
 * country with its postal code, a corner of two streets, a number behind "my address is".
 */
final class AddressAnchor {
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD | Lexicon.PLACE_BEGINS;
    private static final int LONGEST_NUMBER = 5;

    private AddressAnchor() {}

    /** Index after the last word of what tells an address and begins here; the index itself, where nothing does. */
    static int end(Scan scan, Words words, int word) {
        if (!mayBegin(words, word)) {
            return word;
        }
        int field = AddressField.end(words, word);
        if (field > word) {
            return field;
        }
        if (isHouse(words, word)) {
            return house(scan, words, word);
        }
        int code = PostalCode.end(scan, words, word);
        if (code > word) {
            return code;
        }
        boolean name = words.isCapital(word) || words.is(word, Lexicon.STREET_BEFORE);
        if (name && CalledAddress.mayBegin(words, word)) {
            int called = CalledAddress.ofStreet(scan, words, word);
            if (called > word) {
                return called;
            }
        }
        return isAddressWord(words, word) ? ofWord(words, word) : word;
    }

    /** Most words are in small letters, of no list, and stand before no number: they are spared the rest. */
    private static boolean mayBegin(Words words, int word) {
        return words.written(word) != Words.Case.SMALL
                || words.is(word, Lexicon.STREET | PLACES)
                || (word + 1 < words.count() && words.written(word + 1) == Words.Case.NUMBER);
    }

    /** A number before its street, or before words that are called an address. */
    private static int house(Scan scan, Words words, int number) {
        int street = StreetForm.behindNumber(words, number);
        int rare = street > number ? street : RareStreet.end(words, number);
        if (rare > number) {
            return rare;
        }
        int code = PostalCode.called(scan, words, number);
        return code > number ? code : CalledAddress.ofNumber(scan, words, number);
    }

    /** Most words are in small letters and none of an address. */
    private static boolean isAddressWord(Words words, int word) {
        if (words.isCapital(word) || words.is(word, Lexicon.STREET)) {
            return true;
        }
        boolean numbered = word + 1 < words.count() && words.written(word + 1) == Words.Case.NUMBER;
        boolean place = (numbered || words.is(word, Lexicon.PLACE_BEGINS)) && words.is(word, PLACES);
        return place || (numbered && StreetWords.isWhole(words.folded(word)));
    }

    private static int ofWord(Words words, int word) {
        if (isNumbered(words, word)) {
            return word + 2;
        }
        int coded = words.written(word) == Words.Case.CAPITAL ? AddressByCode.end(words, word) : word;
        if (coded > word) {
            return coded;
        }
        int named = NamedStreet.end(words, word);
        int behindNo = named > word ? named : behindNo(words, word);
        if (behindNo > word) {
            return behindNo;
        }
        if (words.is(word, Lexicon.STREET)) {
            int box = PostalBox.end(words, word);
            if (box > word) {
                return box;
            }
            int unit = IndianUnit.end(words, word);
            if (unit > word) {
                return unit;
            }
            if (words.is(word, Lexicon.STREET_BEFORE) && words.written(word) != Words.Case.CAPITALS) {
                int numbered = NamedStreet.numbered(words, word);
                return numbered > word ? numbered : StreetForm.behindKind(words, word);
            }
            if (isCorner(words, word)) {
                return StreetForm.cornerEnd(words, word + 2);
            }
        }
        int behind = words.is(word, PLACES) ? PlaceDetector.listed(words, word) : word;
        if (behind > word && PostalCode.isBehindPlace(words, behind) && !isPhone(words, word, behind)) {
            return behind + 1;
        }
        return StreetForm.withoutNumber(words, word);
    }

    /** Mobile 07700 900456: a town by its name, and by the groups behind a phone. */
    private static boolean isPhone(Words words, int word, int code) {
        return PhoneWords.PHONE.contains(words.folded(word))
                && code + 1 < words.count()
                && words.written(code + 1) == Words.Case.NUMBER
                && words.start(code + 1) - words.end(code) == 1;
    }

    /** Istiklal Caddesi No: 12, Keizersgracht 123-2; the index itself, where neither is. */
    private static int behindNo(Words words, int word) {
        int number = word + 1;
        if (number >= words.count()
                || !(words.isCapital(word) && (words.form(word).street() || StreetForm.isKindBetween(words, word)))) {
            return word;
        }
        if (words.folded(number).equals("no") && number + 1 < words.count() && isHouse(words, number + 1)) {
            return number + 2;
        }
        boolean joined = number + 1 < words.count()
                && words.written(number) == Words.Case.NUMBER
                && isGap(words.behind(word))
                && words.behind(number).equals("-")
                && words.written(number + 1) == Words.Case.NUMBER
                && words.end(number + 1) - words.start(number) <= LONGEST_NUMBER + 1;
        return joined ? number + 2 : word;
    }

    private static boolean isCorner(Words words, int word) {
        return word + 2 < words.count()
                && words.folded(word).equals("corner")
                && words.folded(word + 1).equals("of");
    }

    /** Apt 4, Hauptstrasse 12, Király utca 5: a unit or a street with its number behind. */
    private static boolean isNumbered(Words words, int word) {
        return word + 1 < words.count()
                && isHouse(words, word + 1)
                && isGap(words.behind(word))
                && (StreetWords.isSureUnit(words.folded(word))
                        || (words.isCapital(word) && words.form(word).street())
                        || StreetForm.isKindBetween(words, word));
    }

    private static boolean isGap(String gap) {
        return gap.equals(" ") || gap.equals(". ") || gap.equals(" #") || gap.equals(".");
    }

    static boolean isHouse(Words words, int word) {
        int length = words.end(word) - words.start(word);
        if (words.written(word) == Words.Case.MIXED) {
            return isLettered(words, word, length);
        }
        return words.written(word) == Words.Case.NUMBER
                && length <= LONGEST_NUMBER
                && (!words.isPartOfNumber(word) || HouseNumber.isOfFlat(words, word));
    }

    /** 18a, 221B: digits and a letter. */
    private static boolean isLettered(Words words, int word, int length) {
        return length > 1 && length <= LONGEST_NUMBER && HouseNumber.isLettered(words.folded(word));
    }

    /** Whether a space alone, or a stop and a space, part a word from the next one. */
    static boolean goesOn(Words words, int word) {
        String gap = words.behind(word);
        return gap.equals(" ") || gap.equals(". ") || gap.equals("\u00a0");
    }
}
