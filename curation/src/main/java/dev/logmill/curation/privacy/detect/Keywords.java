package dev.logmill.curation.privacy.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds many words in a text in one pass, whatever the case of letters (Aho and Corasick, 1975). Chars that no word
 * has are all alike, so that the table of steps is small.
 */
final class Keywords {
    /** Up to the end of Latin Extended-A: the alphabets of Europe that are Latin. */
    private static final int CHARS = 0x180;

    /** Told of each word where it ends. */
    interface Sink {
        void accept(int word, int end);
    }

    private final byte[] classes = new byte[CHARS];
    private final int width;

    /** From each state by each class of chars the place of the next state's steps. */
    private final int[] steps;

    /** The words that end in a state, by the order of the states' steps. */
    private final int[][] atEnd;

    /** Where the steps begin of the first state that a word ends in. */
    private int firstEnd;

    private final List<int[]> words;

    private final int[] lengths;
    private final boolean[] begins;
    private final boolean[] ending;

    /**
     * @param marked words of letters below U+0180 that have capitals there, in small letters; one behind a {@code ^} counts only where a word begins with it, and one
     *     before a {@code $} only where a word ends with it
     */
    Keywords(List<String> marked) {
        List<String> list = marked.stream().map(Keywords::plain).toList();
        lengths = list.stream().mapToInt(String::length).toArray();
        begins = new boolean[list.size()];
        ending = new boolean[list.size()];
        for (int word = 0; word < list.size(); word++) {
            begins[word] = marked.get(word).startsWith("^");
            ending[word] = marked.get(word).endsWith("$");
        }
        int used = 1;
        for (String word : list) {
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                if (classes[c] == 0) {
                    classes[c] = (byte) used;
                    classes[Character.toUpperCase(c)] = (byte) used;
                    used++;
                }
            }
        }
        width = used;
        List<int[]> next = new ArrayList<>();
        words = new ArrayList<>();
        next.add(new int[width]);
        words.add(new int[0]);
        for (int word = 0; word < list.size(); word++) {
            int state = 0;
            for (int i = 0; i < list.get(word).length(); i++) {
                char c = list.get(word).charAt(i);
                if (next.get(state)[classes[c]] == 0) {
                    next.get(state)[classes[c]] = next.size();
                    next.add(new int[width]);
                    words.add(new int[0]);
                }
                state = next.get(state)[classes[c]];
            }
            words.set(state, with(words.get(state), word));
        }
        link(next);
        int[] places = places();
        steps = new int[next.size() * width];
        atEnd = new int[next.size()][];
        for (int state = 0; state < next.size(); state++) {
            atEnd[places[state] / width] = words.get(state);
            for (int i = 0; i < width; i++) {
                steps[places[state] + i] = places[next.get(state)[i]];
            }
        }
    }

    /** A word without marks. */
    static String plain(String marked) {
        return marked.substring(marked.startsWith("^") ? 1 : 0, marked.length() - (marked.endsWith("$") ? 1 : 0));
    }

    /** Where the steps of each state stand: those at whose end no word is come first, so that one comparison tells. */
    private int[] places() {
        int[] places = new int[words.size()];
        int place = 0;
        for (int state = 0; state < places.length; state++) {
            if (words.get(state).length == 0) {
                places[state] = place;
                place += width;
            }
        }
        firstEnd = place;
        for (int state = 0; state < places.length; state++) {
            if (words.get(state).length > 0) {
                places[state] = place;
                place += width;
            }
        }
        return places;
    }

    private static int[] with(int[] some, int... more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** Where a word does not go on, the longest end of what was read goes on that another word begins with. */
    private void link(List<int[]> next) {
        int[] fallback = new int[next.size()];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int first : next.get(0)) {
            if (first > 0) {
                queue.add(first);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            words.set(state, with(words.get(state), words.get(fallback[state])));
            for (int i = 0; i < width; i++) {
                int child = next.get(state)[i];
                int other = next.get(fallback[state])[i];
                if (child > 0) {
                    fallback[child] = other;
                    queue.add(child);
                } else {
                    next.get(state)[i] = other;
                }
            }
        }
    }

    /** The state behind a char; that before the first one is 0. */
    int next(int state, char c) {
        return c < CHARS ? steps[state + classes[c]] : 0;
    }

    /** Whether a word may end in a state. */
    boolean isEnd(int state) {
        return state >= firstEnd;
    }

    /** Tells each word that ends at an index of a text, in a state that the text up to there leads to; the longest first. */
    void tell(String text, int state, int end, Sink sink) {
        for (int word : atEnd[state / width]) {
            if (stands(text, word, end)) {
                sink.accept(word, end);
            }
        }
    }

    private boolean stands(String text, int word, int end) {
        return !(begins[word] && isWithin(text, end - lengths[word])) && !(ending[word] && isWithin(text, end));
    }

    /** Whether an index is within a word; a capital behind a small letter begins another, as in camelCase. */
    private static boolean isWithin(String text, int index) {
        if (index == 0 || index == text.length()) {
            return false;
        }
        char before = text.charAt(index - 1);
        char at = text.charAt(index);
        boolean letters = Character.isLetter(before) && Character.isLetter(at);
        return letters && !(Character.isLowerCase(before) && Character.isUpperCase(at));
    }
}
