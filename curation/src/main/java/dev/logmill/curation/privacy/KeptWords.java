package dev.logmill.curation.privacy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names of a team's own firm and products, which stay where they would be taken for those of somebody. What is found stays where
 * it is one of them from its first char to its last, in whatever case: what they are a part of goes.
 */
public final class KeptWords implements Serializable {
    /** None is kept. */
    public static final KeptWords NONE = new KeptWords(Set.of());

    private static final int SHORTEST = 2;
    private static final int LONGEST = 80;

    private final Set<String> words;

    private KeptWords(Set<String> words) {
        this.words = words;
    }

    /** Those of a list that {@link #problems} has nothing to say of. */
    public static KeptWords of(List<String> written) {
        return written.isEmpty()
                ? NONE
                : new KeptWords(written.stream().map(KeptWords::plain).collect(Collectors.toSet()));
    }

    /** What is wrong with a list, and what would be right; an address, a number or a key is no name of a firm. */
    public static List<String> problems(String key, List<String> written) {
        List<String> problems = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (int i = 0; i < written.size(); i++) {
            String word = written.get(i);
            String place = "%s[%d]".formatted(key, i);
            if (!isName(word)) {
                problems.add(
                        "%s must be a name of %d to %d chars: a letter first or a digit, then letters, digits, spaces and any of"
                                        .formatted(place, SHORTEST, LONGEST)
                                + " - ' & . , with a letter among them, was '%s'".formatted(word));
            } else if (!known.add(plain(word))) {
                problems.add("%s '%s' is there already; case makes no difference".formatted(place, word));
            }
        }
        return problems;
    }

    private static boolean isName(String word) {
        return word.length() >= SHORTEST
                && word.length() <= LONGEST
                && word.equals(word.strip())
                && Character.isLetterOrDigit(word.codePointAt(0))
                && word.codePoints().anyMatch(Character::isLetter)
                && word.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " -'\u2019&.,".indexOf(c) >= 0);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether a part of a text is one. */
    boolean has(String text, int start, int end) {
        return end - start <= LONGEST && words.contains(plain(text.substring(start, end)));
    }

    /** The names in order, as what results depend on. */
    @Override
    public String toString() {
        return new TreeSet<>(words).toString();
    }
}
