package dev.logmill.curation.privacy.detect;

import java.util.Arrays;

/** Which words of the {@linkplain Topic topics} are in a text, and where each ends: one pass for all of them. */
final class Mentions {
    private static final Keywords KEYWORDS = new Keywords(Topic.allParts());

    /** By word of the pass its topic, and its place among the words of the topic. */
    private static final Topic[] TOPIC = Topic.ofParts();

    private static final int[] PLACE = places();

    private final Places calledIds = new Places();
    private final Places births = new Places();
    private final Places ages = new Places();
    private final Places calledWords = new Places();
    private final Places networks = new Places();
    private final Places spelledMails = new Places();
    private final Places secrets = new Places();

    private Mentions() {}

    private static int[] places() {
        int[] places = new int[TOPIC.length];
        for (int word = 1; word < places.length; word++) {
            places[word] = TOPIC[word] == TOPIC[word - 1] ? places[word - 1] + 1 : 0;
        }
        return places;
    }

    /** Those in a text. */
    static Mentions in(String text) {
        Mentions mentions = new Mentions();
        KEYWORDS.find(text, (word, end) -> mentions.of(TOPIC[word]).add(PLACE[word], end));
        return mentions;
    }

    /** Those of one topic. */
    Places of(Topic topic) {
        return switch (topic) {
            case CALLED_ID -> calledIds;
            case BIRTH -> births;
            case AGE -> ages;
            case CALLED_WORD -> calledWords;
            case NETWORK -> networks;
            case SPELLED_MAIL -> spelledMails;
            case SECRET -> secrets;
        };
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
