package dev.logmill.curation.privacy.detect;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What phrases end in: tells for most places in a text, from a word or two before, that none of the phrases can stand there. */
final class CueEnds {
    private static final int MOST_LINKS = 5;

    /** Stands for nothing before the last word. */
    private static final String ALONE = "";

    /** By the last word of a phrase the words right before it. */
    private final Map<String, Set<String>> before = new HashMap<>();

    CueEnds(Collection<Set<String>> phrases) {
        phrases.forEach(some -> some.forEach(this::add));
        // The s of "my name's" and the m of "I'm" are taken as they are written.
        before.computeIfAbsent("s", last -> new HashSet<>()).add("name");
        before.put("i'm", Set.of(ALONE));
        before.put("i\u2019m", Set.of(ALONE));
        before.computeIfAbsent("s", last -> new HashSet<>()).addAll(Set.of("it", "here", "that"));
    }

    private void add(String phrase) {
        String[] words = phrase.split(" ", -1);
        String last = Folded.of(words[words.length - 1]);
        String previous = words.length == 1 ? ALONE : Folded.of(words[words.length - 2]);
        before.computeIfAbsent(last, any -> new HashSet<>()).add(previous);
    }

    /** The last words. */
    Set<String> lastWords() {
        return before.keySet();
    }

    /** Whether one of the phrases can end at a word, or before the words up to it that link it to what follows. */
    boolean mayEnd(Words words, int last) {
        for (int word = last; word >= 0 && last - word <= MOST_LINKS; word--) {
            String folded = words.folded(word);
            Set<String> previous = before.get(folded);
            if (previous != null
                    && (previous.contains(ALONE) || (word > 0 && previous.contains(words.folded(word - 1))))) {
                return true;
            }
            if (!Cues.isLink(folded)) {
                return false;
            }
        }
        return false;
    }
}
