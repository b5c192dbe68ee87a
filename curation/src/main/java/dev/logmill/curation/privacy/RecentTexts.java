package dev.logmill.curation.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was told of texts lately: conversations repeat their history in every call, and all calls the same instructions and tools.
 * Bounded by chars: once half of them are taken what was not asked for since is forgotten. Nothing that it holds depends on
 * anything but the text and the JSON key that it stood under, so that results are the same with and without it.
 */
final class RecentTexts<V> {
    /** What an entry takes beside its text, in chars. */
    private static final int ENTRY = 64;

    private final long mostChars;
    private Map<Key, V> young = new HashMap<>();
    private Map<Key, V> old = new HashMap<>();
    private long youngChars;

    private record Key(String text, String label) {
        @Override
        public int hashCode() {
            return 31 * text.hashCode() + label.hashCode();
        }

        // That of a record goes through method handles, which the compiler of the JVM leaves alone where it is deep in
        // calls.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && text.equals(key.text) && label.equals(key.label);
        }
    }

    /** Holds at most so many chars. */
    RecentTexts(long mostChars) {
        this.mostChars = mostChars;
    }

    /** What was told of a text under a label, if it is still known. */
    Optional<V> of(String text, String label) {
        Key key = new Key(text, label);
        V known = young.get(key);
        if (known == null) {
            known = old.remove(key);
            if (known != null) {
                put(key, known);
            }
        }
        return Optional.ofNullable(known);
    }

    /** Keeps what was told; a text that would take more than a quarter is not kept. */
    void keep(String text, String label, V told) {
        if (text.length() <= mostChars / 4) {
            put(new Key(text, label), told);
        }
    }

    private void put(Key key, V told) {
        long taken = (long) key.text().length() + key.label().length() + ENTRY;
        youngChars += taken;
        if (youngChars > mostChars / 2) {
            old = young;
            young = new HashMap<>(2 * old.size());
            youngChars = taken;
        }
        young.put(key, told);
    }
}
