package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two parts of a name that an object of JSON has side by side, each under a short key: {@code {"first": "Grace", "last": "Green"}}.
 * One alone may be the first of anything; both, a given name and a surname, are somebody, whatever else the words are.
 */
public final class GivenAndFamily {
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD;
    private static final Set<String> PARTS = Set.of("first", "last", "given", "family");

    private GivenAndFamily() {}

    /** Whether a key is that of such a part. */
    public static boolean isPart(String key) {
        return key.length() <= 6 && PARTS.contains(key.toLowerCase(Locale.ROOT));
    }

    /** The key that says in full what part of a name stands under it. */
    public static String label(String part) {
        String small = part.toLowerCase(Locale.ROOT);
        return small.equals("first") || small.equals("given") ? "first_name" : "last_name";
    }

    /**
     * Whether the parts of an object are those of somebody's name.
     *
     * @param parts what stands under each of its short keys, in small letters
     * @param person other keys of the object tell of somebody
     */
    public static boolean areIn(Map<String, String> parts, boolean person) {
        return arePair(parts.get("first"), parts.get("last"), person)
                || arePair(parts.get("given"), parts.get("family"), person);
    }

    private static boolean arePair(@Nullable String given, @Nullable String family, boolean person) {
        if (given == null || family == null) {
            return false;
        }
        Words first = Words.of(given);
        Words last = Words.of(family);
        if (first.count() == 0 || last.count() == 0 || first.is(0, Lexicon.NO_NAME) || last.is(0, Lexicon.NO_NAME)) {
            return false;
        }
        boolean towns = first.is(0, PLACES) && last.is(0, PLACES);
        return person
                || (first.isCapital(0)
                        && last.isCapital(0)
                        && first.is(0, GIVENS)
                        && last.is(last.count() - 1, SURNAMES)
                        && !towns);
    }
}
