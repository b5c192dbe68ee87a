package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * What tells a postal address: a street with its number before or behind, an apartment, a box, a state with its ZIP code, a
 * country with its postal code, a corner of two streets, a number behind "my address is".
 */
final class AddressAnchor {
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD | Lexicon.PLACE_BEGINS;
    private static final int MOST_STREET_WORDS = 5;
    private static final int LONGEST_NUMBER = 5;

    /** Kinds of streets that are named without a number too, and that nothing else is. */
    private static final Set<String> WITHOUT_NUMBER =
            Set.of("street", "avenue", "road", "boulevard", "lane", "strasse");

    private AddressAnchor() {}

    /** Index after the last word of what tells an address and begins here; the index itself, where nothing does. */
    static int end(Scan scan, Words words, int word) {
        if (isHouse(words, word)) {
            return house(scan, words, word);
        }
        boolean small = words.written(word) == Words.Case.SMALL;
        boolean numbered = word + 1 < words.count() && words.written(word + 1) == Words.Case.NUMBER;
        boolean place = small && (numbered || words.is(word, Lexicon.PLACE_BEGINS)) && words.is(word, PLACES);
        if (small
                && !place
                && !words.is(word, Lexicon.STREET)
                && !(numbered && StreetWords.isWhole(words.folded(word)))) {
            return word;
        }
        String folded = words.folded(word);
        boolean number = word + 1 < words.count() && isHouse(words, word + 1) && isGap(words.behind(word));
        if (number && StreetWords.isSureUnit(folded)) {
            return word + 2;
        }
        if (isBox(words, word)) {
            return boxEnd(words, word);
        }
        if (StreetWords.isBefore(folded) && words.written(word) != Words.Case.CAPITALS) {
            return prefixed(words, word);
        }
        if (number && words.isCapital(word) && StreetWords.isWhole(folded)) {
            return word + 2;
        }
        if (words.written(word) == Words.Case.CAPITALS && isState(scan.text(), words, word)) {
            return word + 2;
        }
        if (number
                && word > 0
                && StreetWords.isBetween(folded)
                && words.isCapital(word - 1)
                && goesOn(words, word - 1)) {
            return word + 2;
        }
        if (folded.equals("corner")
                && word + 2 < words.count()
                && words.folded(word + 1).equals("of")) {
            return cornerEnd(words, word + 2);
        }
        int behind = words.is(word, PLACES) ? PlaceDetector.listed(words, word) : word;
        if (behind > word && isCode(words, behind)) {
            return behind + 1;
        }
        return isCapitalStreet(words, word) ? streetEnd(words, word) : word;
    }

    private static boolean isGap(String gap) {
        return gap.equals(" ") || gap.equals(". ") || gap.equals(" #") || gap.equals(".");
    }

    /** A state and five digits. */
    private static boolean isState(String text, Words words, int word) {
        return StreetWords.isState(text.substring(words.start(word), words.end(word)))
                && word + 1 < words.count()
                && words.written(word + 1) == Words.Case.NUMBER
                && words.end(word + 1) - words.start(word + 1) == 5
                && words.behind(word).isBlank()
                && word > 0
                && (words.isCapital(word - 1) || words.behind(word - 1).startsWith(","));
    }

    /** Whether the number of a postal code stands here, right behind a place. */
    private static boolean isCode(Words words, int word) {
        int digits = word < words.count() && words.adjoins(word - 1) && isHouse(words, word)
                ? words.end(word) - words.start(word)
                : 0;
        return digits >= 4 && !(digits == 4 && isYear(words, word));
    }

    private static boolean isYear(Words words, int word) {
        String digits = words.folded(word);
        return digits.startsWith("19") || digits.startsWith("20");
    }

    /** The corner of one street and another. */
    private static int cornerEnd(Words words, int from) {
        int end = from;
        boolean and = false;
        while (end < words.count() && end - from < 14 && (end == from || goesOn(words, end - 1))) {
            String folded = words.folded(end);
            boolean link = folded.equals("and") || folded.equals("the");
            if (NameWords.noNames().contains(folded) && !link) {
                break;
            }
            and |= folded.equals("and");
            end++;
            if (and && StreetWords.isBehind(folded)) {
                return end;
            }
        }
        return and ? end : from - 2;
    }

    /** A number, up to five words, and the kind of the street; or a number behind a word that calls it an address. */
    private static int house(Scan scan, Words words, int number) {
        int i = number + 1;
        boolean capital = false;
        int rue = number + 1 < words.count() && goesOn(words, number) && StreetWords.isBefore(words.folded(number + 1))
                ? nameEnd(words, number + 2)
                : number;
        if (rue > number + 2) {
            return rue;
        }
        while (i < words.count() && i - number <= MOST_STREET_WORDS && goesOn(words, i - 1)) {
            String folded = words.folded(i);
            boolean named = i > number + 1 || StreetWords.isWhole(folded);
            if (named
                    && (StreetWords.isBehind(folded) || StreetWords.isWhole(folded))
                    && words.isCapital(i)
                    && capital(words, i, capital)) {
                return i + 1;
            }
            if (NameWords.noNames().contains(folded)
                    || !(words.isCapital(i)
                            || isHouse(words, i)
                            || words.written(i) == Words.Case.INITIAL
                            || NameWords.particles().contains(folded)
                            || words.written(i) == Words.Case.MIXED)) {
                break;
            }
            capital |= words.isCapital(i);
            i++;
        }
        return called(scan, words, number);
    }

    /** A number that is called a postal code, or one with words behind that is called an address. */
    private static int called(Scan scan, Words words, int number) {
        int digits = words.end(number) - words.start(number);
        Cues cues = Cues.before(scan.text(), words.start(number), "");
        if (digits >= 4 && cues.endWith(StreetWords.CODES)) {
            return number + 1;
        }
        int word = number + 1;
        if (word < words.count() && goesOn(words, number) && words.written(word) == Words.Case.NUMBER) {
            word++;
        }
        boolean inWords = word < words.count() && goesOn(words, word - 1) && words.written(word) != Words.Case.NUMBER;
        return inWords && cues.endWith(StreetWords.CALLED) ? calledEnd(words, number) : number;
    }

    /** Index after the capitals of a name, and the particles before them. */
    private static int nameEnd(Words words, int from) {
        int end = from;
        int last = from;
        while (end < words.count() && end - from < MOST_STREET_WORDS && goesOn(words, end - 1)) {
            if (words.isCapital(end) && !words.is(end, Lexicon.NO_NAME)) {
                last = end + 1;
            } else if (!words.is(end, Lexicon.PARTICLE)) {
                break;
            }
            end++;
        }
        return last;
    }

    private static boolean capital(Words words, int word, boolean before) {
        return before || StreetWords.isWhole(words.folded(word));
    }

    /** What is called an address goes on while nothing but an address could. */
    private static int calledEnd(Words words, int number) {
        int end = number + 1;
        while (end < words.count()
                && end - number <= MOST_STREET_WORDS
                && goesOn(words, end - 1)
                && !words.is(end, Lexicon.NO_NAME)) {
            end++;
        }
        return end;
    }

    /** Via Roma 12, ul. Karpacka 69: the kind of the street, up to four words, a number. */
    private static int prefixed(Words words, int kind) {
        int i = kind + 1;
        while (i < words.count() && i - kind <= MOST_STREET_WORDS && goesOn(words, i - 1)) {
            if (isHouse(words, i)) {
                return i > kind + 1 ? i + 1 : kind;
            }
            boolean name =
                    words.isCapital(i) || words.is(i, Lexicon.PARTICLE) || words.written(i) == Words.Case.INITIAL;
            if (!name || (i == kind + 1 && !words.isCapital(i) && !words.is(i, Lexicon.PARTICLE))) {
                return kind;
            }
            i++;
        }
        return kind;
    }

    /** A street without a number: Abbey Road, St. John Street. */
    private static boolean isCapitalStreet(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL && streetEnd(words, word) > word;
    }

    private static int streetEnd(Words words, int word) {
        String folded = words.folded(word);
        if (NameWords.noNames().contains(folded)
                || !words.adjoins(word)
                || words.written(word + 1) != Words.Case.CAPITAL) {
            return word;
        }
        String next = words.folded(word + 1);
        return WITHOUT_NUMBER.contains(next) ? word + 2 : word;
    }

    /** P.O. Box 101, PO Box 7, Box 8380, Postfach 12. */
    private static boolean isBox(Words words, int word) {
        return boxEnd(words, word) > word;
    }

    private static int boxEnd(Words words, int word) {
        String folded = words.folded(word);
        int box = word;
        if (folded.equals("unit") && word + 2 < words.count() && isHouse(words, word + 1)) {
            box = word + 2;
        } else if (folded.equals("p")
                && word + 2 < words.count()
                && words.folded(word + 1).equals("o")) {
            box = word + 2;
        } else if (folded.equals("po") || folded.equals("psc")) {
            box = word + 1;
            box = folded.equals("psc") ? word + 2 : box;
        }
        boolean named = box < words.count()
                && (words.folded(box).equals("postfach")
                        || (box > word && words.folded(box).equals("box")))
                && box + 1 < words.count()
                && isHouse(words, box + 1);
        return named ? box + 2 : word;
    }

    static boolean isHouse(Words words, int word) {
        int length = words.end(word) - words.start(word);
        return words.written(word) == Words.Case.NUMBER && length <= LONGEST_NUMBER && !words.isPartOfNumber(word);
    }

    private static boolean goesOn(Words words, int word) {
        String gap = words.behind(word);
        return gap.equals(" ") || gap.equals(". ") || gap.equals("\u00a0");
    }
}
