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
    private static final int CHARS = 256;

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

    /** Words of ASCII and Latin-1 letters that have capitals there, in small letters. */
    Keywords(List<String> list) {
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

    /** Tells each word that is in the text. */
    void find(String text, Sink sink) {
        int state = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            state = c < CHARS ? steps[state + classes[c]] : 0;
            if (state >= firstEnd) {
                for (int word : atEnd[state / width]) {
                    sink.accept(word, i + 1);
                }
            }
        }
    }
}
