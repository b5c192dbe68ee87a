package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** How a street is written: its number and its kind before or behind its name. */
final class StreetForm {
    private static final int MOST_WORDS = 5;
    private static final int MOST_CORNER_WORDS = 14;

    /** Kinds of streets that are named without a number too, and that nothing else is. */
    private static final Set<String> WITHOUT_NUMBER =
            Set.of("street", "avenue", "road", "boulevard", "lane", "strasse");

    /** Streets that stand for a market, a show, a paper or a government where no number is. */
    private static final Set<String> FAMOUS =
            Set.of("wall", "sesame", "downing", "fleet", "coronation", "madison", "bourbon", "main", "high");

    private StreetForm() {}

    /** 12 Elm Street, 14 Rue de la Paix: a number, up to five words, and the kind of the street. */
    static int behindNumber(Words words, int number) {
        int word = number + 1;
        if (word >= words.count() || !(AddressAnchor.goesOn(words, number) || isBeforeComma(words, number))) {
            return number;
        }
        int rue = words.is(word, Lexicon.STREET_BEFORE) ? nameEnd(words, word + 1) : word;
        if (rue > word + 1) {
            return rue;
        }
        boolean capital = false;
        for (int i = word;
                i < words.count() && i - number <= MOST_WORDS && (i == word || AddressAnchor.goesOn(words, i - 1));
                i++) {
            if (isKind(words, i, i > word, capital)) {
                return isOfStars(words, word, i) ? number : i + 1;
            }
            if (!isNamePart(words, i)) {
                return number;
            }
            capital |= words.written(i) != Words.Case.SMALL && words.written(i) != Words.Case.NUMBER;
        }
        return number;
    }

    /** A 5 Star Lane token, 12 The Way split: with a small word behind what is rated or told so is no street. */
    private static boolean isOfStars(Words words, int name, int kind) {
        return kind == name + 1
                && (words.folded(name).equals("star") || words.folded(name).equals("the"))
                && words.adjoins(kind)
                && words.written(kind + 1) == Words.Case.SMALL;
    }

    /** 42, MG Road: as in India. */
    private static boolean isBeforeComma(Words words, int number) {
        return words.behind(number).equals(", ")
                && words.end(number) - words.start(number) <= 3
                && words.isCapital(number + 1);
    }

    private static boolean isKind(Words words, int word, boolean named, boolean capital) {
        return words.isCapital(word)
                && ((named && capital && words.is(word, Lexicon.STREET_BEHIND))
                        || words.form(word).street());
    }

    private static boolean isNamePart(Words words, int word) {
        boolean other = NameWords.noNames().contains(words.folded(word)) && !StreetWords.isOfName(words.folded(word));
        return !other
                && (words.isCapital(word)
                        || AddressAnchor.isHouse(words, word)
                        || words.written(word) == Words.Case.INITIAL
                        || words.written(word) == Words.Case.MIXED
                        || words.is(word, Lexicon.PARTICLE));
    }

    /** Index after the capitals of a name, and the particles before them. */
    private static int nameEnd(Words words, int from) {
        int end = from;
        int last = from;
        while (end < words.count() && end - from < MOST_WORDS && AddressAnchor.goesOn(words, end - 1)) {
            if (words.isCapital(end) && !words.is(end, Lexicon.NO_NAME)) {
                last = end + 1;
            } else if (!words.is(end, Lexicon.PARTICLE)) {
                break;
            }
            end++;
        }
        return last;
    }

    /** Via Roma 12, ul. Karpacka 69: the kind of the street, up to four words, a number. */
    static int behindKind(Words words, int kind) {
        int i = kind + 1;
        while (i < words.count() && i - kind <= MOST_WORDS && isNear(words, i, kind)) {
            if (AddressAnchor.isHouse(words, i)) {
                return i > kind + 1 ? i + 1 : kind;
            }
            boolean name = words.isCapital(i)
                    || words.is(i, Lexicon.PARTICLE)
                    || (i > kind + 1 && words.written(i) == Words.Case.INITIAL);
            if (!name) {
                return kind;
            }
            i++;
        }
        return kind;
    }

    /** Parted by a space; a number by a comma too, as in Italy and Brazil. */
    private static boolean isNear(Words words, int word, int kind) {
        return AddressAnchor.goesOn(words, word - 1)
                || (word == kind + 1
                        && words.folded(kind).equals("c")
                        && words.behind(kind).equals("/ "))
                || (word > kind + 1 && words.behind(word - 1).equals(", ") && AddressAnchor.isHouse(words, word));
    }

    /** Whether a kind of street stands between a name and a number: Király utca 5. */
    static boolean isKindBetween(Words words, int word) {
        return word > 0
                && StreetWords.isBetween(words.folded(word))
                && words.isCapital(word - 1)
                && !words.is(word - 1, Lexicon.NO_NAME)
                && AddressAnchor.goesOn(words, word - 1);
    }

    /** The corner of one street and another. */
    static int cornerEnd(Words words, int from) {
        int end = from;
        boolean and = false;
        while (end < words.count()
                && end - from < MOST_CORNER_WORDS
                && (end == from || AddressAnchor.goesOn(words, end - 1))) {
            String folded = words.folded(end);
            boolean link = folded.equals("and") || folded.equals("the");
            if (NameWords.noNames().contains(folded) && !link) {
                break;
            }
            and |= folded.equals("and");
            end++;
            if (and && words.is(end - 1, Lexicon.STREET_BEHIND)) {
                return end;
            }
        }
        return and ? end : from - 2;
    }

    /** A street without a number: Abbey Road, St. John Street. */
    static int withoutNumber(Words words, int word) {
        boolean street = words.written(word) == Words.Case.CAPITAL
                && words.adjoins(word)
                && words.written(word + 1) == Words.Case.CAPITAL
                && WITHOUT_NUMBER.contains(words.folded(word + 1))
                && !NameWords.noNames().contains(words.folded(word));
        return street && !isOfStars(words, word, word + 1) && !FAMOUS.contains(words.folded(word)) ? word + 2 : word;
    }
}
