package dev.logmill.curation.privacy.detect;

import org.jspecify.annotations.Nullable;

/**
 * Words of ASCII that texts had lately, by the hash of their folded form; of those that share a place the last one is kept. Each
 * is whole once it is seen, so that threads may share them: a race costs a search and nothing else.
 */
final class RecentWords {
    private static final int PLACES = 1 << 14;
    private static final int LONGEST = 32;

    private final @Nullable KnownWord[] recent = new KnownWord[PLACES];

    private static int place(int hash) {
        return (hash ^ (hash >>> 12)) & (PLACES - 1);
    }

    /** The word that stands between two indices of a text in small letters, if it is here. */
    @Nullable
    KnownWord find(char[] small, int start, int end, int hash) {
        KnownWord known = recent[place(hash)];
        return known != null && known.isWritten(small, start, end) ? known : null;
    }

    /** Keeps a word; gives it back. */
    KnownWord put(int hash, KnownWord word) {
        if (word.folded().length() <= LONGEST) {
            recent[place(hash)] = word;
        }
        return word;
    }
}
