package dev.logmill.curation.privacy.detect;

import java.util.List;

/** What words may end in; by the last char, so that most words are compared with few of them. */
final class Endings {
    private static final String[] NONE = {};

    private final String[][] byLast = new String[0x80][];
    private final int least;

    /**
     * Some endings of ASCII.
     *
     * @param least chars that a word has before one of them at least
     */
    Endings(List<String> ends, int least) {
        this.least = least;
        for (int last = 0; last < byLast.length; last++) {
            char c = (char) last;
            byLast[last] = ends.stream()
                    .filter(end -> end.charAt(end.length() - 1) == c)
                    .toArray(String[]::new);
        }
    }

    /** Whether a word has one of them. */
    boolean isOf(String word) {
        char last = word.isEmpty() ? Character.MAX_VALUE : word.charAt(word.length() - 1);
        for (String end : last < byLast.length ? byLast[last] : NONE) {
            if (word.length() >= end.length() + least && word.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
