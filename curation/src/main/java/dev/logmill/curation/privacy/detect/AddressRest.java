package dev.logmill.curation.privacy.detect;

import java.util.Locale;

/** How an address goes on behind what tells it: units, towns, states, codes and countries, across commas and lines. */
final class AddressRest {
    private static final int MOST_WORDS = 32;

    private AddressRest() {}

    /** One mark between two parts, and spaces; a line at most, or an empty one. */
    static boolean isJoint(String gap) {
        if (gap.length() > 6) {
            return false;
        }
        int marks = 0;
        int lines = 0;
        for (int i = 0; i < gap.length(); i++) {
            char c = gap.charAt(i);
            lines += c == '\n' ? 1 : 0;
            marks += c == ',' || c == '.' || c == '#' || c == '-' ? 1 : 0;
            if (c != ' ' && c != ',' && c != '.' && c != '\n' && c != '\r' && c != '#' && c != '-' && c != '>'
                    && c != '|') {
                return false;
            }
        }
        return marks <= 1 && lines <= 2;
    }

    /** Over what follows: units, towns, states, codes, countries. */
    static int end(Words words, int anchorEnd, boolean small) {
        int end = anchorEnd;
        while (end < words.count()
                && end - anchorEnd < MOST_WORDS
                && (isJoint(words.behind(end - 1)) || AddressFlat.isJoined(words, end) || isProvince(words, end))) {
            int next = partEnd(words, end, words.behind(end - 1), small);
            if (next == end) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** Roma (RM): two capitals in brackets. */
    private static boolean isProvince(Words words, int word) {
        return words.behind(word - 1).equals(" (")
                && words.written(word) == Words.Case.CAPITALS
                && words.end(word) - words.start(word) == 2
                && words.behind(word).startsWith(")");
    }

    private static int partEnd(Words words, int word, String gap, boolean small) {
        String folded = words.folded(word);
        if (isState(words, word)) {
            return word + 2;
        }
        if (isProvince(words, word)) {
            return word + 1;
        }
        int flat = AddressFlat.end(words, word, gap);
        if (flat > word) {
            return flat;
        }
        int place = PlaceDetector.listed(words, word);
        // New York, whatever "new" is alone.
        if (place > word + 1) {
            return place;
        }
        boolean parted = gap.indexOf(',') >= 0 || gap.indexOf('\n') >= 0;
        boolean sentence = gap.startsWith(". ") && words.isCapital(word) && !isShortForm(words, word - 1);
        if (sentence || (NameWords.noNames().contains(folded) && !StreetWords.isUnit(folded))) {
            return word;
        }
        if (StreetWords.isUnit(folded) && word + 1 < words.count() && isUnitNumber(words, word + 1)) {
            return word + 2;
        }
        if (place > word) {
            return place;
        }
        if (words.written(word) == Words.Case.NUMBER) {
            if (PostalCode.isOfTwoNumbers(words, word)) {
                return word + 2;
            }
            int length = words.end(word) - words.start(word);
            return length <= 6 && !isNumberOfGroups(words, word) ? word + 1 : word;
        }
        if (words.isCapital(word) || words.written(word) == Words.Case.INITIAL || isPostcode(words, word)) {
            return gap.indexOf('\n') < 0 || isPartLine(words, word) ? word + 1 : word;
        }
        if ((NameWords.particles().contains(folded) || PlaceWords.isLink(folded))
                && word + 1 < words.count()
                && words.adjoins(word)
                && words.isCapital(word + 1)) {
            return word + 1;
        }
        return small && parted ? smallEnd(words, word) : word;
    }

    /** A state and a number: of a word such as "ID" the number makes one. */
    private static boolean isState(Words words, int word) {
        return words.written(word) == Words.Case.CAPITALS
                && words.adjoins(word)
                && words.written(word + 1) == Words.Case.NUMBER
                && StreetWords.isState(words.folded(word).toUpperCase(Locale.ROOT));
    }

    /** St., Ave., Apt. and the like, behind whose stop a sentence goes on. */
    private static boolean isShortForm(Words words, int word) {
        String folded = words.folded(word);
        return words.end(word) - words.start(word) < 3
                || words.is(word, Lexicon.STREET_BEHIND | Lexicon.STREET_BEFORE)
                || StreetWords.isUnit(folded);
    }

    /** Whether another number stands right behind, as in a phone. */
    private static boolean isNumberOfGroups(Words words, int word) {
        return word + 1 < words.count()
                && words.written(word + 1) == Words.Case.NUMBER
                && words.start(word + 1) - words.end(word) == 1
                && words.behind(word).charAt(0) != '\n';
    }

    static boolean isUnitNumber(Words words, int word) {
        return words.written(word) == Words.Case.NUMBER
                || words.written(word) == Words.Case.MIXED
                || words.written(word) == Words.Case.INITIAL;
    }

    /** Two to four capitals and digits, as postal codes of the Kingdom, Canada and the Netherlands have. */
    private static boolean isPostcode(Words words, int word) {
        return words.written(word) == Words.Case.MIXED && words.end(word) - words.start(word) <= 4;
    }

    /** Whether the line from here on holds nothing but capitals, numbers and marks between. */
    private static boolean isPartLine(Words words, int word) {
        int i = word;
        while (i < words.count() && i - word < 6) {
            String gap = words.behind(i);
            boolean part = words.isCapital(i)
                    || words.written(i) == Words.Case.NUMBER
                    || isPostcode(words, i)
                    || words.is(i, Lexicon.PARTICLE);
            if (!part || gap.indexOf(':') >= 0) {
                return false;
            }
            if (gap.indexOf('\n') >= 0 || i + 1 == words.count()) {
                return true;
            }
            i++;
        }
        return false;
    }

    /** A town in small letters: up to four words between commas, or before a code or a country. */
    private static int smallEnd(Words words, int word) {
        int end = word;
        while (end < words.count()
                && end - word < 5
                && words.written(end) == Words.Case.SMALL
                && !words.is(end, Lexicon.NO_NAME)) {
            String gap = words.behind(end);
            end++;
            if (gap.indexOf(',') >= 0
                    || gap.indexOf('\n') >= 0
                    || end == words.count()
                    || AddressAnchor.isHouse(words, end)
                    || PlaceDetector.listed(words, end) > end) {
                return end;
            }
            if (!gap.equals(" ")) {
                return gap.startsWith(".") ? end : word;
            }
        }
        return word;
    }
}
