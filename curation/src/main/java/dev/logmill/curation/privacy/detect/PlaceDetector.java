package dev.logmill.curation.privacy.detect;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Countries, states and cities, by a list ({@link Lexicon}); and whatever place somebody is said to live in or to be born in.
 * A place that is also a word or a name is one only behind a preposition.
 */
public final class PlaceDetector implements Detector {
    private static final String TYPE = "LOCATION";
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD;
    private static final int MOST_WORDS = 5;
    private static final int SHORTEST = 4;
    private static final int SHORTEST_ALONE = 5;
    private static final Set<String> BEFORE =
            Set.of("in", "from", "near", "to", "at", "visit", "visiting", "leaving", "around");

    /** In capitals alone they are still a country or a city; ABA, NIS and NAN are something else. */
    private static final Set<String> SHORT_FORMS = Set.of("usa", "uk", "uae", "nyc", "ussr", "gdr", "la", "sf");

    private static final Set<String> WITHIN = Set.of("in", "near", "at", "around");

    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        if (label.equals(PlaceRow.LABEL) || GoodsKeys.isNameOfGoods(label)) {
            return;
        }
        String text = scan.text();
        if (PlaceWords.isLabel(label) && NameCues.isNameLike(text)) {
            accept(text, 0, text.length(), sink);
            return;
        }
        Words words = scan.words();
        boolean all = SmallNames.areIn(words);
        int place = -1;
        int word = 0;
        while (word < words.count()) {
            // Behind a place and a comma stands its state or country.
            boolean within = place == word && words.behind(word - 1).equals(", ");
            int end = words.isCapital(word)
                    ? capital(scan, words, word, within || isBehindPreposition(words, word), sink)
                    : small(scan, words, word, all, sink);
            place = end > word ? end : place;
            word = Math.max(word + 1, end);
        }
    }

    /** What places stand behind. */
    static Set<String> prepositions() {
        return BEFORE;
    }

    /** Whether "in", "from" or the like stands right before a word. */
    static boolean isBehindPreposition(Words words, int word) {
        return word > 0 && words.is(word - 1, Lexicon.BEFORE_PLACE) && words.adjoins(word - 1);
    }

    /** Whether "in", "near" or "at" stands right before a word, which nobody's name alone is behind. */
    static boolean isWithin(Words words, int word) {
        return word > 0 && WITHIN.contains(words.folded(word - 1)) && words.adjoins(word - 1);
    }

    private static int capital(Scan scan, Words words, int word, boolean behind, Consumer<Finding> sink) {
        boolean lived = isLived(scan, words, word)
                || isComeFrom(scan, words, word)
                || (UnlistedPlace.isLabelled(words, word) && !AskedPlace.isArgument(scan.text(), words.start(word)));
        int end = listed(words, word);
        if (end > word && !lived && CommonWord.isNoPlace(words, word, end)) {
            return word;
        }
        if (end > word && !lived) {
            boolean sure =
                    behind || end > word + 1 || words.is(word, Lexicon.PLACE) || words.is(word, Lexicon.BETTER_KNOWN);
            boolean shout =
                    words.written(word) == Words.Case.CAPITALS && !behind && !SHORT_FORMS.contains(words.folded(word));
            boolean within = (!behind && (isNamed(words, end) || isNamedBefore(words, word)))
                    || (words.is(word, Lexicon.GIVEN) && !NameParts.isPlace(words, word, capitalsEnd(words, word)));
            if (AskedPlace.is(scan.text(), words, word, end)) {
                return end;
            }
            return sure && !shout && !within && words.standsFree(word) ? accept(scan, words, word, end, sink) : word;
        }
        int unlisted = lived ? Math.max(end, UnlistedPlace.run(words, word)) : UnlistedPlace.end(scan, words, word);
        return unlisted > word ? accept(scan, words, word, unlisted, sink) : word;
    }

    private static int capitalsEnd(Words words, int word) {
        int end = word + 1;
        while (end < words.count() && words.adjoins(end - 1) && words.written(end) == Words.Case.CAPITAL) {
            end++;
        }
        return end;
    }

    /** Whether somebody is said to live in or to come from what begins here. */
    static boolean isLived(Scan scan, Words words, int word) {
        return word > 0
                && words.is(word - 1, Lexicon.LIVED)
                && (!words.is(word, Lexicon.NO_NAME) || words.is(word, Lexicon.LANDSCAPE))
                && scan.cuesBefore(words.start(word)).endWith(PlaceWords.LIVED);
    }

    /** Whether somebody is said in German to come from or live in the place of the list that begins here. */
    private static boolean isComeFrom(Scan scan, Words words, int word) {
        return word > 0
                && words.is(word - 1, Lexicon.LIVED)
                && words.is(word, PLACES | Lexicon.PLACE_BEGINS)
                && scan.cuesBefore(words.start(word)).endWith(PlaceWords.COMES);
    }

    /** A word with a capital behind makes it a part of another name: Boston Consulting. */
    private static boolean isNamed(Words words, int end) {
        return words.adjoins(end - 1)
                && words.written(end) == Words.Case.CAPITAL
                && !words.is(end, Lexicon.NO_NAME)
                && listed(words, end) == end;
    }

    private static boolean isNamedBefore(Words words, int word) {
        return word > 0
                && words.adjoins(word - 1)
                && words.written(word - 1) == Words.Case.CAPITAL
                && !words.isFirst(word - 1)
                && !words.is(word - 1, Lexicon.NO_NAME);
    }

    /**
     * In small letters only behind a preposition, and only what is nothing else.
     *
     * @param all the whole text is in small letters, so that a long one needs no preposition
     */
    private static int small(Scan scan, Words words, int word, boolean all, Consumer<Finding> sink) {
        if (words.written(word) != Words.Case.SMALL) {
            return word;
        }
        boolean behind = isBehindPreposition(words, word);
        if (!behind && !(all && words.is(word, Lexicon.PLACE))) {
            return word;
        }
        int end = listed(words, word);
        int length = words.end(word) - words.start(word);
        boolean one = words.is(word, Lexicon.PLACE) && length >= (behind ? SHORTEST : SHORTEST_ALONE);
        boolean other = !behind && (EnglishWords.has(words.folded(word)) || !words.standsFree(word));
        boolean place = (end > word + 1 || (end > word && one)) && !other && !CommonWord.is(words, word);
        return place ? accept(scan, words, word, end, sink) : word;
    }

    /** Index after the last word of the longest place of the list that begins here; the index itself, if none. */
    static int listed(Words words, int first) {
        if (!words.is(first, PLACES | Lexicon.PLACE_BEGINS | Lexicon.JOINED)) {
            return first;
        }
        if (words.is(first, Lexicon.JOINED)) {
            return listedOfParts(words, first);
        }
        int end = words.is(first, PLACES) ? first + 1 : first;
        return words.is(first, Lexicon.PLACE_BEGINS) ? longest(words, first, words.folded(first), end) : end;
    }

    /** The same of one whose first word is of parts (Stratford-upon), as the list has them: with spaces. */
    private static int listedOfParts(Words words, int first) {
        String place = words.folded(first).replace('-', ' ').replace('\'', ' ').replace('\u2019', ' ');
        int end = Lexicon.is(place, PLACES) ? first + 1 : first;
        String begin = place.indexOf(' ') > 0 ? place.substring(0, place.indexOf(' ')) : place;
        return Lexicon.is(begin, Lexicon.PLACE_BEGINS) ? longest(words, first, place, end) : end;
    }

    private static int longest(Words words, int first, String begin, int shortest) {
        int end = shortest;
        String place = begin;
        int last = first;
        while (last + 1 < words.count()
                && last - first < MOST_WORDS
                && words.is(last + 1, Lexicon.PLACE_GOES_ON | Lexicon.JOINED)
                && words.adjoins(last)) {
            last++;
            place = place + ' ' + words.folded(last).replace('-', ' ');
            if (Lexicon.is(place, PLACES)) {
                end = last + 1;
            }
        }
        return end;
    }

    private static int accept(Scan scan, Words words, int from, int end, Consumer<Finding> sink) {
        String text = scan.text();
        int start = words.start(from);
        int last = words.end(end - 1);
        if (!Brands.is(text, start, last)
                && !Eponyms.isSoftware(text, start, last)
                && !PlaceRow.is(text, start, last)
                && !scan.isOfGoods(start)) {
            accept(text, start, last, sink);
        }
        return end;
    }

    private static void accept(String text, int start, int end, Consumer<Finding> sink) {
        // A tool that counts what tests cover is called so.
        if (text.startsWith("istanbul ignore ", start)) {
            return;
        }
        sink.accept(new Finding(TYPE, start, end, Folded.of(text.substring(start, end))));
    }
}
