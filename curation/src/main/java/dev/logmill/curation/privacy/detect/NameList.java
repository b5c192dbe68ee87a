package dev.logmill.curation.privacy.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** The names of a text in order. In a list of names ("Nicole, Brown and Young") one that is sure makes the others so. */
final class NameList {
    private static final int NAMES = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD | Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;

    private static final int SURE = Lexicon.GIVEN | Lexicon.SURNAME;
    private static final Set<String> PLURAL =
            Set.of("were", "are", "have", "both", "met", "went", "live", "work", "got");

    /** Told the first word of each name, and the one behind its last. */
    interface Sink {
        void accept(int from, int end);
    }

    private final Words words;
    private final Sink sink;

    /** Words of the list so far that are names if anything in it is. */
    private final Deque<Integer> pending = new ArrayDeque<>();

    /** Index behind the last word of the list so far. */
    private int last = -1;

    private boolean named;

    NameList(Words words, Sink sink) {
        this.words = words;
        this.sink = sink;
    }

    /** Takes a name, and what stands before it in a list; the index behind it. */
    int add(int from, int end) {
        if (follows(from)) {
            boolean several = pending.size() > 1;
            pending.stream()
                    .filter(word -> several || words.is(word, NAMES))
                    .forEach(word -> sink.accept(word, word + 1));
        }
        pending.clear();
        sink.accept(from, end);
        last = end;
        named = true;
        return end;
    }

    /** Whether a word is a name since it goes on a list of such. */
    boolean goesOn(int word) {
        return named && follows(word) && words.is(word, NAMES) && isPossible(word) && !isPost(word);
    }

    /** "Ann Walsh, Head of Platform": what she is. */
    private boolean isPost(int word) {
        return words.adjoins(word) && words.folded(word + 1).equals("of") && words.isEnglish(word);
    }

    /** The same of several words that are a given name and a surname, or that nobody knows. */
    boolean goesOnWith(int from, int end) {
        if (!named || last != from) {
            return false;
        }
        String gap = words.behind(last - 1);
        boolean worded =
                end - from == 2 && (gap.equals(", ") || gap.equals("; ")) && WordedName.isPossible(words, from);
        return worded || (gap.equals(", ") && NameValue.areFull(words, from, end));
    }

    /** Takes note of a word that may turn out to be a name, and does, if "were" or "are" follows two of them; the index behind it. */
    int perhaps(int word) {
        if (follows(word) && isPossible(word) && areSeveral(word)) {
            return add(word, word + 1);
        }
        if (isInverted(word)) {
            return add(word, word + 2);
        }
        if (!follows(word)) {
            pending.clear();
        }
        named = false;
        last = word + 1;
        if (isPossible(word)) {
            pending.add(word);
        } else {
            pending.clear();
            last = -1;
        }
        return word + 1;
    }

    /** Smith, John A.: a surname, a comma, a given name and an initial. */
    private boolean isInverted(int word) {
        return follows(word)
                && !pending.isEmpty()
                && words.is(pending.getLast(), Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD)
                && words.is(word, Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD)
                && words.adjoins(word)
                && words.written(word + 1) == Words.Case.INITIAL
                && words.behind(word + 1).startsWith(".");
    }

    private boolean areSeveral(int word) {
        boolean sure = words.is(word, SURE) || pending.stream().anyMatch(before -> words.is(before, SURE));
        return sure && !pending.isEmpty() && words.adjoins(word) && PLURAL.contains(words.folded(word + 1));
    }

    private boolean isPossible(int word) {
        boolean name = words.is(word, NAMES) && !words.is(word, Lexicon.NO_NAME);
        boolean unknown = NameParts.isUnknown(words, word);
        return (name || unknown)
                && !words.is(word, Lexicon.BETTER_KNOWN | Lexicon.MADE)
                && words.standsFree(word)
                && !PlaceDetector.isWithin(words, word)
                && words.written(word) == Words.Case.CAPITAL;
    }

    /** Whether nothing but a comma, an "and" or both stand between the list and a word. */
    private boolean follows(int word) {
        if (last <= 0) {
            return false;
        }
        String gap = words.behind(last - 1);
        boolean comma = gap.equals(", ");
        boolean and = last + 1 == word
                && (comma || gap.equals(" "))
                && (words.folded(last).equals("and") || words.folded(last).equals("or"))
                && words.adjoins(last);
        return and || (last == word && (comma || gap.equals(" & ")));
    }
}
