package dev.logmill.curation.privacy.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds many words in a text in one pass, whatever the case of letters (Aho and Corasick, 1975). Chars that no word
 * has are all alike, and the steps by the chars that texts are full of stand side by side: nearly every step of a text is in the one line
 * of the processor's cache that a state has.
 */
final class Keywords {
    /** Up to the end of Latin Extended-A: the alphabets of Europe that are Latin. */
    private static final int CHARS = 0x180;

    /** Told of each word where it ends. */
    interface Sink {
        void accept(int word, int end);
    }

    /** Chars that texts are full of, the first of all classes: with the one of all others, 32 steps of two bytes are a line. */
    private static final String FREQUENT = " etaoinshrdlcumwfgypbvkxjqz.,_-";

    private final byte[] classes = new byte[CHARS];

    /** Each state has two to the power of this many steps. */
    private final int bits;

    /** From each state by each class of chars the next state. */
    private final char[] steps;

    /** The words that end in a state. */
    private final int[][] atEnd;

    /** The first state that a word ends in. */
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
        for (char c : (FREQUENT + String.join("", list)).toCharArray()) {
            if (classes[c] == 0) {
                classes[c] = (byte) used;
                classes[Character.toUpperCase(c)] = (byte) used;
                used++;
            }
        }
        bits = Integer.SIZE - Integer.numberOfLeadingZeros(used - 1);
        int width = 1 << bits;
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
        char[] places = places();
        steps = new char[next.size() * width];
        atEnd = new int[next.size()][];
        for (int state = 0; state < next.size(); state++) {
            atEnd[places[state]] = words.get(state);
            for (int i = 0; i < width; i++) {
                steps[(places[state] << bits) + i] = places[next.get(state)[i]];
            }
        }
    }

    /** A word without marks. */
    static String plain(String marked) {
        return marked.substring(marked.startsWith("^") ? 1 : 0, marked.length() - (marked.endsWith("$") ? 1 : 0));
    }

    /** The order of the states: those at whose end no word is come first, so that one comparison tells. */
    private char[] places() {
        if (words.size() > Character.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "The words have %d states, more than a char tells".formatted(words.size()));
        }
        char[] places = new char[words.size()];
        char place = 0;
        for (int state = 0; state < places.length; state++) {
            if (words.get(state).length == 0) {
                places[state] = place++;
            }
        }
        firstEnd = place;
        for (int state = 0; state < places.length; state++) {
            if (words.get(state).length > 0) {
                places[state] = place++;
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
            for (int i = 0; i < next.get(state).length; i++) {
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
        return c < CHARS ? steps[(state << bits) + classes[c]] : 0;
    }

    /** Whether a word may end in a state. */
    boolean isEnd(int state) {
        return state >= firstEnd;
    }

    /** Tells each word that ends at an index of a text, in a state that the text up to there leads to; the longest first. */
    void tell(String text, int state, int end, Sink sink) {
        for (int word : atEnd[state]) {
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
