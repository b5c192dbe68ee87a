package dev.logmill.curation.privacy.detect;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Which words of the {@linkplain Topic topics} are in a text, and where each ends: one pass for all of them. */
final class Mentions {
    private static final Keywords KEYWORDS = new Keywords(Topic.allParts());

    /** By word of the pass its topic, and its place among the words of the topic. */
    private static final Topic[] TOPIC = Topic.ofParts();

    private static final int[] PLACE = places();

    private static final Places NO_PLACES = new Places();

    /** By topic, made for those alone that are mentioned: most texts mention none. */
    private Map<Topic, Places> byTopic = Map.of();

    private static int[] places() {
        int[] places = new int[TOPIC.length];
        for (int word = 1; word < places.length; word++) {
            places[word] = TOPIC[word] == TOPIC[word - 1] ? places[word - 1] + 1 : 0;
        }
        return places;
    }

    /** Where the search for the words goes on behind a char; from 0 at the start of a text. */
    static int next(int state, char c) {
        return KEYWORDS.next(state, c);
    }

    /** Whether a word may end where the search has come to. */
    static boolean isEnd(int state) {
        return KEYWORDS.isEnd(state);
    }

    /** Takes note of the words that end at an index, where the search has come to. */
    void note(String text, int state, int end) {
        KEYWORDS.tell(text, state, end, this::add);
    }

    private void add(int word, int end) {
        byTopic = byTopic.isEmpty() ? new EnumMap<>(Topic.class) : byTopic;
        byTopic.computeIfAbsent(TOPIC[word], topic -> new Places()).add(PLACE[word], end);
    }

    /** Those of one topic. */
    Places of(Topic topic) {
        return byTopic.getOrDefault(topic, NO_PLACES);
    }

    /** The mentions of a topic in the order of their ends. */
    static final class Places {
        private static final int[] NONE = new int[0];
        private static final int FIRST = 8;

        /** A word and its end, in turn. */
        private int[] found = NONE;

        private int count;

        private void add(int word, int end) {
            if (2 * count == found.length) {
                found = Arrays.copyOf(found, Math.max(FIRST, 4 * count));
            }
            found[2 * count] = word;
            found[2 * count + 1] = end;
            count++;
        }

        int count() {
            return count;
        }

        /** Which word of the topic a mention is: its place among {@link Topic#parts}. */
        int word(int mention) {
            return found[2 * mention];
        }

        /** Index after the last char of a mention. */
        int end(int mention) {
            return found[2 * mention + 1];
        }

        /** Where the last one ends that ends before an index; -1 where none does. */
        int lastBefore(int index) {
            int low = 0;
            int high = count;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (end(middle) > index) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low == 0 ? -1 : end(low - 1);
        }

        /** Whether one ends behind one index and not behind another. */
        boolean anyBetween(int behind, int last) {
            int low = 0;
            int high = count;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (end(middle) > behind) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low < count && end(low) <= last;
        }
    }
}
