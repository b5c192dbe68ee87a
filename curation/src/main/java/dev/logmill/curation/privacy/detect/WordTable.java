package dev.logmill.curation.privacy.detect;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words by the hash of their chars, so that a word of a text is looked up without a copy of it. Filled once; open addressing, at
 * least half of the places empty.
 */
final class WordTable {
    private final @Nullable KnownWord[] places;

    /** The words with their flags. */
    WordTable(Map<String, Integer> flags) {
        places = new KnownWord[Integer.highestOneBit(Math.max(1, flags.size())) << 2];
        flags.forEach((word, own) -> put(new KnownWord(word, own)));
    }

    private void put(KnownWord word) {
        int place = place(word.folded().hashCode());
        while (places[place] != null) {
            place = (place + 1) & (places.length - 1);
        }
        places[place] = word;
    }

    private int place(int hash) {
        return (hash ^ (hash >>> 15)) & (places.length - 1);
    }

    /** The flags of a folded word; 0 where it is not among them. */
    int flags(String folded) {
        int place = place(folded.hashCode());
        KnownWord word = places[place];
        while (word != null) {
            if (word.folded().equals(folded)) {
                return word.flags();
            }
            place = (place + 1) & (places.length - 1);
            word = places[place];
        }
        return 0;
    }

    /** The word of ASCII that stands between two indices of a text in small letters and has this hash. */
    @Nullable
    KnownWord find(char[] small, int start, int end, int hash) {
        int place = place(hash);
        KnownWord word = places[place];
        while (word != null && !word.isWritten(small, start, end)) {
            place = (place + 1) & (places.length - 1);
            word = places[place];
        }
        return word;
    }
}
