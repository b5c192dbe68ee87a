package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of people that were found in a record or session, by their first and last words: a part that only one of them has
 * is that person again. It depends on which names there are and not on their order.
 */
final class WholeNames {
    private static final int SHORTEST_PART = 2;

    private final Map<String, Set<String>> byPart = new HashMap<>();

    /** Takes note of a name in its one form; a word alone is no whole name. */
    void add(String name) {
        ends(name).forEach(part -> put(part, name));
    }

    private static Set<String> ends(String name) {
        Words words = Words.of(name);
        int last = words.count() - 1;
        return last > 0
                ? new TreeSet<>(List.of(
                        name.substring(words.start(0), words.end(0)),
                        name.substring(words.start(last), words.end(last))))
                : Set.of();
    }

    private void put(String part, String name) {
        // An initial alone is nobody's name.
        if (part.length() >= SHORTEST_PART) {
            byPart.computeIfAbsent(part, none -> new TreeSet<>()).add(name);
        }
    }

    /** The one name that begins or ends with a part; the part itself where none does, or several do. */
    String of(String part) {
        Set<String> names = byPart.getOrDefault(part, Set.of());
        return names.size() == 1 ? names.iterator().next() : part;
    }

    /** The parts of a name that are nobody else's. */
    List<String> partsOf(String name) {
        return ends(name).stream().filter(part -> of(part).equals(name)).toList();
    }
}
