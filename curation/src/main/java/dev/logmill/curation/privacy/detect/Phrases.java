package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Lists of words and phrases as they are written in this package: one text, with a bar between each two. */
final class Phrases {
    private Phrases() {}

    static Set<String> of(String list) {
        return Set.of(list.split("\\|", -1));
    }
}
