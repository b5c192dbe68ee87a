package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Titles that stand right before a name and in no other way. */
final class Honorific {
    private static final Set<String> ALL = Set.of("mr", "mrs", "ms", "miss", "sr", "sra", "srta");

    private Honorific() {}

    /** {@code "miss" : "stale"}, MISS, HIT, sr.Top: whether a mark parts a word from one that it would be the title of. */
    static boolean isParted(Words words, int word) {
        if (!ALL.contains(words.folded(word))) {
            return false;
        }
        String gap = words.behind(word);
        boolean member = gap.equals(".") && words.written(word) == Words.Case.SMALL && words.isEnglish(word + 1);
        return member || gap.chars().anyMatch(c -> "\":,".indexOf(c) >= 0);
    }
}
