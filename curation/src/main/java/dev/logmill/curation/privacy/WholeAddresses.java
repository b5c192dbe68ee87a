package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The addresses that were found in a record or session, by the words in them: what is told again in part, a street or a town,
 * is the address again where only one has it. It depends on which addresses there are and not on their order.
 */
final class WholeAddresses {
    private final Map<String, Set<String>> byFirst = new HashMap<>();

    /** Takes note of an address in its one form: words with a space between each two. */
    void add(String address) {
        Words words = Words.of(address);
        for (int word = 0; word < words.count() && words.count() > 1; word++) {
            byFirst.computeIfAbsent(address.substring(words.start(word), words.end(word)), none -> new TreeSet<>())
                    .add(address);
        }
    }

    /** The one address that a part is in and is not the whole of. */
    Optional<String> of(String part) {
        Words words = Words.of(part);
        if (words.count() == 0) {
            return Optional.empty();
        }
        List<String> wholes = byFirst.getOrDefault(part.substring(words.start(0), words.end(0)), Set.of()).stream()
                .filter(whole -> isWithin(part, whole))
                .toList();
        Optional<String> longest = wholes.stream().max(Comparator.comparingInt(String::length));
        return longest.filter(one -> !one.equals(part) && wholes.stream().allMatch(other -> isWithin(other, one)));
    }

    private static boolean isWithin(String part, String whole) {
        return (" " + whole.strip() + " ").contains(" " + part.strip() + " ");
    }
}
