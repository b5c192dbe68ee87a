package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Postal addresses: from what tells one (a street with its number, an apartment, a box, a state with its ZIP code, a number
 * behind "my address is") to both sides over what addresses are made of, across commas and lines.
 */
public final class AddressDetector implements Detector {
    private static final String TYPE = "ADDRESS";
    private static final int MOST_WORDS = 32;

    @Override
    public boolean mayFind(Signs signs) {
        return true;
    }

    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (StreetWords.isLabel(label) && isAddressLike(text)) {
            accept(text, 0, text.length(), sink);
            return;
        }
        Words words = scan.words();
        int from = 0;
        int word = 0;
        while (word < words.count()) {
            int end = AddressAnchor.end(scan, words, word);
            if (end > word) {
                int start = leftOf(words, word, from);
                from = rightOf(words, end, isSmall(words, start, end));
                accept(text, words.start(start), words.end(from - 1), sink);
                word = from;
            } else {
                word++;
            }
        }
    }

    private static boolean isAddressLike(String text) {
        return text.length() <= 200
                && text.chars().anyMatch(Character::isLetterOrDigit)
                && text.indexOf('@') < 0
                && text.indexOf("://") < 0
                && !text.strip().startsWith("{")
                && !text.strip().startsWith("[");
    }

    private static boolean isSmall(Words words, int from, int end) {
        for (int i = from; i < end; i++) {
            if (words.written(i) == Words.Case.CAPITAL) {
                return false;
            }
        }
        return true;
    }

    /** Over what stands before the anchor and belongs to the street: a number, capitals; in small letters up to a number. */
    private static int leftOf(Words words, int anchor, int least) {
        int first = anchor;
        int small = 0;
        int i = anchor - 1;
        boolean line = false;
        // Before a unit alone may stand who lives there; before a house number none does.
        boolean unit = StreetWords.isUnit(words.folded(anchor));
        boolean street = isStreet(words, anchor);
        while (i >= least && anchor - i <= 8 && isJoint(words.behind(i))) {
            if (street && words.behind(i).indexOf(',') >= 0 && !AddressAnchor.isHouse(words, i)) {
                break;
            }
            String folded = words.folded(i);
            if (words.behind(i).indexOf('\n') >= 0) {
                // Above may be who lives there; a street in the line above begins or ends with a number.
                if (line) {
                    break;
                }
                line = true;
            }
            boolean part = AddressAnchor.isHouse(words, i) || isPart(words, i, folded);
            if (AddressAnchor.isHouse(words, i) || (part && small == 0 && !line && !unit && words.isCapital(i))) {
                first = i;
                small = 0;
                // Before the number of a house and a comma stands who lives there.
                street |= AddressAnchor.isHouse(words, i);
            } else if (!part
                    && (words.written(i) != Words.Case.SMALL
                            || NameWords.noNames().contains(folded)
                            || ++small > 4)) {
                break;
            }
            i--;
        }
        return first;
    }

    private static boolean isStreet(Words words, int anchor) {
        String folded = words.folded(anchor);
        return words.written(anchor) == Words.Case.NUMBER
                || StreetWords.isBefore(folded)
                || StreetWords.isWhole(folded);
    }

    private static boolean isPart(Words words, int word, String folded) {
        return !NameWords.noNames().contains(folded)
                && (words.isCapital(word)
                        || words.written(word) == Words.Case.INITIAL
                        || NameWords.particles().contains(folded)
                        || StreetWords.isBehind(folded)
                        || StreetWords.isBefore(folded));
    }

    /** One mark between two parts, and spaces; a line at most, or an empty one. */
    private static boolean isJoint(String gap) {
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
    private static int rightOf(Words words, int anchorEnd, boolean small) {
        int end = anchorEnd;
        while (end < words.count() && end - anchorEnd < MOST_WORDS && isJoint(words.behind(end - 1))) {
            int next = partEnd(words, end, words.behind(end - 1), small);
            if (next == end) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static int partEnd(Words words, int word, String gap, boolean small) {
        String folded = words.folded(word);
        boolean parted = gap.indexOf(',') >= 0 || gap.indexOf('\n') >= 0;
        boolean sentence =
                gap.startsWith(". ") && words.isCapital(word) && words.end(word - 1) - words.start(word - 1) > 4;
        if (sentence || (NameWords.noNames().contains(folded) && !StreetWords.isUnit(folded))) {
            return word;
        }
        if (StreetWords.isUnit(folded) && word + 1 < words.count() && isUnitNumber(words, word + 1)) {
            return word + 2;
        }
        int place = PlaceDetector.listed(words, word);
        if (place > word) {
            return place;
        }
        if (words.written(word) == Words.Case.NUMBER) {
            int length = words.end(word) - words.start(word);
            return length <= 6 && !isNumberOfGroups(words, word) ? word + 1 : word;
        }
        if (words.isCapital(word) || words.written(word) == Words.Case.INITIAL || isPostcode(words, word)) {
            return gap.indexOf('\n') < 0 || isPartLine(words, word) ? word + 1 : word;
        }
        if (NameWords.particles().contains(folded)
                && word + 1 < words.count()
                && words.adjoins(word)
                && words.isCapital(word + 1)) {
            return word + 1;
        }
        return small && parted ? smallEnd(words, word) : word;
    }

    /** Whether another number stands right behind, as in a phone. */
    private static boolean isNumberOfGroups(Words words, int word) {
        return word + 1 < words.count()
                && words.written(word + 1) == Words.Case.NUMBER
                && words.start(word + 1) - words.end(word) == 1
                && words.behind(word).charAt(0) != '\n';
    }

    private static boolean isUnitNumber(Words words, int word) {
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

    private static void accept(String text, int start, int end, Consumer<Finding> sink) {
        sink.accept(new Finding(
                TYPE,
                start,
                end,
                text.substring(start, end).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ")));
    }
}
