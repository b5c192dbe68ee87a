package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Countries, states and cities, by a list ({@link Lexicon}); and whatever place somebody is said to live in or to be born in.
 * A place that is also a word or a name is one only behind a preposition.
 */
public final class PlaceDetector implements Detector {
    private static final String TYPE = "LOCATION";
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD;
    private static final int MOST_WORDS = 5;
    private static final Set<String> BEFORE =
            Set.of("in", "from", "near", "to", "at", "visit", "visiting", "leaving", "around");

    private static final Set<String> WITHIN = Set.of("in", "near", "at", "around");

    /** Behind these whatever has a capital is a place. */
    private static final Set<String> LIVED =
            Phrases.of("home city|live in|lives in|lived in|living in|born in|grew up in|raised in"
                    + "|moved to|moved from|moved here from|moving to|based in|resident of|located in|hometown|home town|native of"
                    + "|citizen of|arrived at|arrived in|visited|i am in|im in|currently in|street in|wohne in|wohnt in|habite à|vivo en"
                    + "|vive en|abito a");

    private static final Set<String> LABELS = Set.of(
            "city", "town", "hometown", "birthplace", "placeofbirth", "ciudad", "ville", "stadt", "ort", "locality");

    /** Places that are given names too, and that a text means more often than somebody of that name. */
    private static final Set<String> BETTER_KNOWN = Phrases.of(
            "houston|dallas|denver|boston|phoenix|paris|london|milan|vienna|geneva|orlando|cairo|lima|memphis|berlin"
                    + "|salem|raleigh|rome|athens|perth|brisbane|melbourne|kingston|york|lancaster|bristol|lisbon|havana"
                    + "|quito|tulsa|columbus|kansas|carolina|kenya|india|israel|ireland|malta|cuba|china|scotland|england"
                    + "|america|africa|europe|asia|austin|washington|santiago|brooklyn|bronx|manhattan|montreal|quebec"
                    + "|roma|verona|catania|napoli|odessa|alexandria|aurora|jerusalem|bethlehem|zion|nevada|montana|indiana"
                    + "|arizona|utah|dakota|texas|oklahoma|maine|alabama|louisiana|missouri|aragon|cordoba|valencia|palermo"
                    + "|cleveland|lincoln|arlington|lincolnshire|egypt|jamaica|tunisia|argentina|romania|albania|armenia"
                    + "|holland|vietnam|japan|persia|arabia|granada|seville|atlanta|alanya|basel|bali|capri|corsica|siena");

    /** Before a name these make a place: Lake Jennifer, Port Arthur. */
    private static final Set<String> LANDSCAPES = Phrases.of(
            "lake|port|mount|mt|fort|cape|north|south|east|west|new|saint|san|santa|los|las|point|isle|rio|bad"
                    + "|sankt|queen|king|sint|sainte|costa|puerto|monte|villa|ciudad|university|church|lower|upper|great|greater");

    /** The last words of what somebody lives in or comes from. */
    static Set<String> lastWords() {
        return LIVED.stream()
                .map(cue -> Words.fold(cue.substring(cue.lastIndexOf(' ') + 1)))
                .collect(Collectors.toUnmodifiableSet());
    }

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
        if (LABELS.contains(label.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "")) && NameCues.isNameLike(text)) {
            accept(text, 0, text.length(), sink);
            return;
        }
        Words words = scan.words();
        int word = 0;
        while (word < words.count()) {
            int end = words.isCapital(word) ? capital(scan, words, word, sink) : small(scan, words, word, sink);
            word = Math.max(word + 1, end);
        }
    }

    /** Whether "in", "from" or the like stands right before a word. */
    static boolean isBehindPreposition(Words words, int word) {
        return word > 0 && BEFORE.contains(words.folded(word - 1)) && words.adjoins(word - 1);
    }

    /** Whether "in", "near" or "at" stands right before a word, which nobody's name alone is behind. */
    static boolean isWithin(Words words, int word) {
        return word > 0 && WITHIN.contains(words.folded(word - 1)) && words.adjoins(word - 1);
    }

    /** Whether a place that is a given name too is rather the place. */
    static boolean isBetterKnown(String folded) {
        return BETTER_KNOWN.contains(folded);
    }

    /** Whether a word with a capital makes the name behind it a place. */
    static boolean isLandscape(Words words, int word) {
        return word >= 0
                && words.isCapital(word)
                && words.adjoins(word)
                && !words.isFirst(word)
                && LANDSCAPES.contains(words.folded(word));
    }

    private static int capital(Scan scan, Words words, int word, Consumer<Finding> sink) {
        boolean behind = isBehindPreposition(words, word);
        boolean lived = isLived(scan, words, word);
        int end = listed(words, word);
        if (end > word && !lived) {
            boolean sure =
                    behind || end > word + 1 || words.is(word, Lexicon.PLACE) || isBetterKnown(words.folded(word));
            boolean shout =
                    words.written(word) == Words.Case.CAPITALS && !behind && words.end(word) - words.start(word) > 3;
            boolean within = (!behind && (isNamed(words, end) || isNamedBefore(words, word)))
                    || (words.is(word, Lexicon.GIVEN) && !NameParts.isPlace(words, word, capitalsEnd(words, word)));
            return sure && !shout && !within && words.standsFree(word)
                    ? accept(words, scan.text(), word, end, sink)
                    : word;
        }
        return lived ? accept(words, scan.text(), word, Math.max(end, run(words, word)), sink) : word;
    }

    private static int capitalsEnd(Words words, int word) {
        int end = word + 1;
        while (end < words.count() && words.adjoins(end - 1) && words.written(end) == Words.Case.CAPITAL) {
            end++;
        }
        return end;
    }

    private static boolean isLived(Scan scan, Words words, int word) {
        return word > 0
                && words.is(word - 1, Lexicon.LIVED)
                && !words.is(word, Lexicon.NO_NAME)
                && Cues.before(scan.text(), words.start(word), "").endWith(LIVED);
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

    /** In small letters only behind a preposition, and only what is nothing else. */
    private static int small(Scan scan, Words words, int word, Consumer<Finding> sink) {
        if (word == 0
                || words.written(word) != Words.Case.SMALL
                || !words.adjoins(word - 1)
                || !BEFORE.contains(words.folded(word - 1))) {
            return word;
        }
        int end = listed(words, word);
        boolean sure = end > word && (end > word + 1 || words.is(word, Lexicon.PLACE));
        return sure && end - word == 1 && words.end(word) - words.start(word) < 4
                ? word
                : sure ? accept(words, scan.text(), word, end, sink) : word;
    }

    /** Index after the last word of the longest place of the list that begins here; the index itself, if none. */
    static int listed(Words words, int first) {
        boolean joined =
                words.written(first) != Words.Case.NUMBER && words.folded(first).indexOf('-') > 0;
        if (!joined && !words.is(first, PLACES | Lexicon.PLACE_BEGINS)) {
            return first;
        }
        String place = words.folded(first).replace('-', ' ').replace('\'', ' ').replace('\u2019', ' ');
        int end = Lexicon.is(place, PLACES) ? first + 1 : first;
        String begin = place.indexOf(' ') > 0 ? place.substring(0, place.indexOf(' ')) : place;
        if (!Lexicon.is(begin, Lexicon.PLACE_BEGINS)) {
            return end;
        }
        int last = first;
        while (last + 1 < words.count() && last - first < MOST_WORDS && words.adjoins(last)) {
            last++;
            place = place + ' ' + words.folded(last).replace('-', ' ');
            if (Lexicon.is(place, PLACES)) {
                end = last + 1;
            }
        }
        return end;
    }

    private static int run(Words words, int first) {
        int end = first + 1;
        int last = end;
        while (end < words.count() && end - first < MOST_WORDS && words.adjoins(end - 1)) {
            if (words.isCapital(end)) {
                last = end + 1;
            } else if (!words.is(end, Lexicon.PARTICLE)) {
                break;
            }
            end++;
        }
        return last;
    }

    private static int accept(Words words, String text, int from, int end, Consumer<Finding> sink) {
        accept(text, words.start(from), words.end(end - 1), sink);
        return end;
    }

    private static void accept(String text, int start, int end, Consumer<Finding> sink) {
        sink.accept(new Finding(TYPE, start, end, Words.fold(text.substring(start, end))));
    }
}
