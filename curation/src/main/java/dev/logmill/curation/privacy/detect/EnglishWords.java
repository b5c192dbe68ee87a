package dev.logmill.curation.privacy.detect;

import java.util.HashSet;
import java.util.Set;

/** Words of English, with their regular inflections, by a list that the resources of this package hold with its source. */
final class EnglishWords {
    /** What goods and parts of pages are called, and the list does not have. */
    private static final Set<String> NEWER = Phrases.of(
            "widget|dongle|gizmo|webhook|login|logout|username|dropdown|checkbox|tooltip|sidebar|smartwatch|headset|earbud|touchpad|charger"
                    + "|router|firmware|hoodie|sneaker|backpack|tote|mug|voucher");

    private static final Set<String> PLAIN = plain();
    private static final int SHORTEST = 3;

    /** What inflections end in, and what may stand there instead in the plain form. */
    private static final String[][] ENDS = {
        {"s", ""},
        {"es", ""},
        {"ed", "", "e"},
        {"ing", "", "e"},
        {"ly", ""},
        {"er", "", "e"},
        {"ies", "y"},
        {"ness", ""},
        {"ied", "y"}
    };

    private EnglishWords() {}

    private static Set<String> plain() {
        Set<String> words = new HashSet<>();
        WordList.read("english-words.txt", (word, marked) -> words.add(word));
        words.addAll(NEWER);
        return Set.copyOf(words);
    }

    /** Whether the list itself has a word in small letters. */
    static boolean hasAsIs(String word) {
        return PLAIN.contains(word);
    }

    /** Whether a word in small letters is one. */
    static boolean has(String word) {
        if (PLAIN.contains(word)) {
            return true;
        }
        for (String[] end : ENDS) {
            int stem = word.length() - end[0].length();
            if (stem >= SHORTEST && word.endsWith(end[0]) && hasStem(word.substring(0, stem), end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasStem(String stem, String[] end) {
        for (int i = 1; i < end.length; i++) {
            if (PLAIN.contains(stem + end[i])) {
                return true;
            }
        }
        int last = stem.length() - 1;
        boolean doubled = end.length > 2 && last > 2 && stem.charAt(last) == stem.charAt(last - 1);
        return doubled && PLAIN.contains(stem.substring(0, last));
    }
}
