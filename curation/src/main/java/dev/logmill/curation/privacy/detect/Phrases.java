package dev.logmill.curation.privacy.detect;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists of words and phrases as they are written in this package: one text, with a bar between each two. They are asked for every
 * word of every text, nearly always in vain: at least three of four places are empty, so that one look is enough.
 */
final class Phrases extends AbstractSet<String> {
    private final List<String> list;
    private final @Nullable String[] places;

    private Phrases(List<String> list) {
        this.list = list;
        this.places = new String[Integer.highestOneBit(list.size()) << 3];
        list.forEach(this::put);
    }

    /** The set of them; each may be there once. */
    static Set<String> of(String written) {
        return new Phrases(Arrays.asList(written.split("\\|", -1)));
    }

    private void put(String phrase) {
        int place = place(phrase);
        String other = places[place];
        while (other != null) {
            if (other.equals(phrase)) {
                throw new IllegalArgumentException("The list has %s twice".formatted(phrase));
            }
            place = (place + 1) & (places.length - 1);
            other = places[place];
        }
        places[place] = phrase;
    }

    private int place(String phrase) {
        int hash = phrase.hashCode();
        return (hash ^ (hash >>> 15)) & (places.length - 1);
    }

    @Override
    public boolean contains(Object phrase) {
        return phrase instanceof String written && has(written);
    }

    private boolean has(String written) {
        int place = place(written);
        String other = places[place];
        while (other != null && !other.equals(written)) {
            place = (place + 1) & (places.length - 1);
            other = places[place];
        }
        return other != null;
    }

    @Override
    public Iterator<String> iterator() {
        return list.iterator();
    }

    @Override
    public int size() {
        return list.size();
    }
}
