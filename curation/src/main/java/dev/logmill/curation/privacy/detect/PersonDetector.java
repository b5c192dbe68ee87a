package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Names of people, by lists of names ({@link Lexicon}) and by what stands around them.
 *
 * <p>A given name that is no ordinary word is one wherever it stands with a capital; with a surname behind it so is one that
 * is also a word. Any capitalised words are a name behind a title (Mrs, Herr), behind what introduces one ("my name is") and
 * under a JSON key that names a person; a name in small letters is found only there.
 */
public final class PersonDetector implements Detector {
    private static final String TYPE = "PERSON";
    private static final int MOST_WORDS = 5;

    /** In small letters shorter words are rather those of some language. */
    private static final int SHORTEST_SMALL = 4;

    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int NAMES = GIVENS | SURNAMES;

    @Override
    public boolean mayFind(Signs signs) {
        return true;
    }

    /** As precise as on labelled texts: names are words like others. */
    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (NameCues.isLabel(label) && NameCues.isNameLike(text)) {
            accept(text, 0, text.length(), sink);
            return;
        }
        Words words = scan.words();
        int[] names = {0};
        Consumer<Finding> counted = name -> {
            names[0]++;
            sink.accept(name);
        };
        boolean after = false;
        int word = 0;
        while (word < words.count()) {
            int before = names[0];
            int end = words.isCapital(word) || words.written(word) == Words.Case.INITIAL
                    ? capitals(scan, words, word, after, counted)
                    : small(scan, words, word, counted);
            // The "and" of a list is none of its names.
            after = names[0] > before ? isList(words, end - 1) : after && isAnd(words, word);
            word = Math.max(word + 1, end);
        }
    }

    /** Whether more of the same kind may follow: a comma or an "and" behind. */
    private static boolean isList(Words words, int last) {
        String gap = words.behind(last);
        return gap.equals(", ") || gap.equals(" & ") || (gap.equals(" ") && isAnd(words, last + 1));
    }

    private static boolean isAnd(Words words, int word) {
        return word < words.count() && words.folded(word).equals("and");
    }

    /** Index after the last word of the name that begins here or in the capitals from here on; the index itself, if none. */
    private static int capitals(Scan scan, Words words, int first, boolean listed, Consumer<Finding> sink) {
        int end = run(words, first);
        String text = scan.text();
        int from = first;
        while (from < end && words.is(from, Lexicon.NO_NAME)) {
            from++;
        }
        if (from + 1 < end && words.is(from, Lexicon.TITLE)) {
            return accept(words, text, from, plainEnd(words, from + 1, end), sink);
        }
        int limit = plainEnd(words, from, end);
        if (from == limit) {
            return end > limit ? limit + 1 : end;
        }
        if (NameCues.isOrganisation(words, limit - 1) || (limit < end && NameCues.isOrganisation(words, limit))) {
            return end;
        }
        if (introduced(scan, words, from, limit)) {
            return accept(words, text, from, limit, sink);
        }
        for (int name = from; name < limit; name++) {
            if (isName(words, name, limit)) {
                return accept(words, text, name, limit, sink);
            }
        }
        boolean listedName = listed && limit - from == 1 && words.is(from, NAMES);
        boolean speaks = limit - from == 1
                && !NameCues.isMade(words.folded(from))
                && (speaks(words, from) || isCalled(words, from));
        return listedName || speaks ? accept(words, text, from, limit, sink) : limit;
    }

    /** Where words that are part of a name end: at a month, a day, a greeting. */
    private static int plainEnd(Words words, int from, int end) {
        int i = from;
        while (i < end && !words.is(i, Lexicon.NO_NAME)) {
            i++;
        }
        while (i > from + 1 && words.is(i - 1, Lexicon.PARTICLE) && words.written(i - 1) == Words.Case.SMALL) {
            i--;
        }
        return i;
    }

    /** Index after the last word of capitals, initials, and the particles between them. */
    private static int run(Words words, int first) {
        int end = first + 1;
        int last = end;
        while (end < words.count() && end - first <= MOST_WORDS && words.adjoins(end - 1)) {
            if (words.isCapital(end) || words.written(end) == Words.Case.INITIAL) {
                last = end + 1;
            } else if (words.written(end) != Words.Case.SMALL || !words.is(end, Lexicon.PARTICLE)) {
                break;
            }
            end++;
        }
        return last;
    }

    private static boolean introduced(Scan scan, Words words, int from, int end) {
        if (from == 0 || !words.is(from - 1, Lexicon.INTRODUCES) || isPlace(words, from)) {
            return false;
        }
        boolean likely = false;
        boolean shout = true;
        for (int word = from; word < end; word++) {
            boolean capitals = words.written(word) == Words.Case.CAPITALS;
            int names = capitals ? Lexicon.GIVEN | Lexicon.SURNAME : NAMES;
            likely |= Lexicon.is(part(words, word), names) || NameCues.looksLikeSurname(words.folded(word));
            shout &= capitals;
        }
        String gap = words.behind(from - 1);
        Cues cues = Cues.before(scan.text(), words.start(from), "");
        boolean labelled = gap.equals(": ") || gap.equals(":") || gap.equals(" = ");
        boolean named = cues.endWith(NameCues.NAMED) || (labelled && cues.endWith(NameCues.LABELLED));
        return (named && (likely || !shout)) || (likely && cues.endWith(NameCues.ADDRESSED));
    }

    /** A given name, alone or with others behind. */
    private static boolean isName(Words words, int word, int end) {
        if (words.written(word) == Words.Case.INITIAL || isPlace(words, word) || !words.standsFree(word)) {
            return false;
        }
        String name = part(words, word);
        boolean more = word + 1 < end;
        boolean shout = words.written(word) == Words.Case.CAPITALS;
        if (Lexicon.is(name, Lexicon.GIVEN) && !NameCues.isMade(name)) {
            return !shout || (more && Lexicon.is(part(words, end - 1), SURNAMES));
        }
        if (more && Lexicon.is(name, GIVENS)) {
            return Lexicon.is(part(words, end - 1), Lexicon.SURNAME) || NameCues.looksLikeSurname(part(words, end - 1));
        }
        boolean alone =
                word + 1 == end && !words.isFirst(word) && Lexicon.is(name, Lexicon.SURNAME) && !NameCues.isMade(name);
        return !shout && (alone || NameCues.looksLikeSurname(name));
    }

    /** What is a place too is one behind a preposition. */
    private static boolean isPlace(Words words, int word) {
        int flags = Lexicon.of(words.folded(word));
        boolean country = (flags & Lexicon.PLACE) != 0 && (flags & Lexicon.GIVEN) == 0;
        boolean either = (flags & (Lexicon.PLACE | Lexicon.PLACE_OR_WORD)) != 0;
        return country
                || (either && PlaceDetector.isBehindPreposition(words, word))
                || PlaceDetector.listed(words, word) > word + 1;
    }

    /** Of a name in two parts the first. */
    private static String part(Words words, int word) {
        String folded = words.folded(word);
        int dash = folded.indexOf('-');
        return dash > 0 ? folded.substring(0, dash) : folded;
    }

    /** Whether somebody is said to speak. */
    private static boolean speaks(Words words, int word) {
        return words.is(word, GIVENS | Lexicon.SURNAME)
                && words.adjoins(word)
                && NameCues.isSpeaking(words.folded(word + 1));
    }

    /** Whether somebody is spoken to, as in "Ann, ..." and "..., Ann!", or something is theirs, as in "Ann's address". */
    private static boolean isCalled(Words words, int word) {
        String gap = words.behind(word);
        boolean owns = gap.equals("'") || gap.equals("\u2019");
        boolean named = words.is(word, GIVENS | Lexicon.SURNAME);
        boolean first = words.isFirst(word) && gap.equals(", ");
        boolean last = word > 0 && words.behind(word - 1).equals(", ") && (gap.startsWith("!") || gap.startsWith("?"));
        return (owns && isOwned(words, word)) || (named && (first || last));
    }

    private static boolean isOwned(Words words, int word) {
        // The s of a genitive is a word of its own here.
        return word + 2 < words.count()
                && words.folded(word + 1).equals("s")
                && words.adjoins(word + 1)
                && NameCues.isOwned(words.folded(word + 2));
    }

    /** A name in small letters, where one is introduced; or a given name with a surname behind, neither of them a word. */
    private static int small(Scan scan, Words words, int word, Consumer<Finding> sink) {
        if (words.written(word) != Words.Case.SMALL || !words.is(word, NAMES | Lexicon.TITLE)) {
            return word;
        }
        if (words.is(word, Lexicon.TITLE) && words.adjoins(word) && words.is(word + 1, NAMES)) {
            return accept(words, scan.text(), word, smallEnd(words, word + 1), sink);
        }
        boolean full = words.is(word, GIVENS)
                && !words.is(word, Lexicon.NO_NAME)
                && words.adjoins(word)
                && words.is(word + 1, Lexicon.SURNAME)
                && words.end(word) - words.start(word) >= SHORTEST_SMALL
                && words.end(word + 1) - words.start(word + 1) >= SHORTEST_SMALL
                && !NameCues.isMade(words.folded(word));
        return full || isIntroduced(scan, words, word)
                ? accept(words, scan.text(), word, smallEnd(words, word), sink)
                : word;
    }

    private static boolean isIntroduced(Scan scan, Words words, int word) {
        if (word == 0 || !words.is(word - 1, Lexicon.INTRODUCES) || words.is(word, Lexicon.NO_NAME)) {
            return false;
        }
        Cues cues = Cues.before(scan.text(), words.start(word), "");
        boolean sure = words.is(word, Lexicon.GIVEN | Lexicon.SURNAME);
        return cues.endWith(NameCues.NAMED) || (sure && cues.endWith(NameCues.ADDRESSED));
    }

    private static int smallEnd(Words words, int first) {
        int end = first + 1;
        while (end - first < 3
                && end < words.count()
                && words.adjoins(end - 1)
                && words.is(end, Lexicon.GIVEN | Lexicon.SURNAME)) {
            end++;
        }
        return end;
    }

    private static int accept(Words words, String text, int from, int end, Consumer<Finding> sink) {
        accept(text, words.start(from), words.end(end - 1), sink);
        return end;
    }

    private static void accept(String text, int start, int end, Consumer<Finding> sink) {
        sink.accept(new Finding(TYPE, start, end, text.substring(start, end).toLowerCase(Locale.ROOT)));
    }
}
