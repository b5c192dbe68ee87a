package dev.logmill.curation.privacy.detect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that every text of a language has, by a list that the resources of this package hold with its source: "alla" and "inga" are
 * Swedish, "para" and "esta" Spanish. Of German, which writes nouns with a capital, its plainest nouns count too.
 */
final class CommonWords {
    /** Bit of English. */
    static final int ENGLISH = 1;

    /** Bit of German. */
    static final int GERMAN = 2;

    /** The languages, in the order of their bits. */
    private static final List<String> LANGUAGES =
            List.of("en", "de", "nl", "sv", "da", "no", "fr", "es", "it", "pt", "pl", "fi", "cs", "hu", "ro", "tr");

    /** How many languages there are. */
    static final int COUNT = LANGUAGES.size();

    /** In another language it is somebody's name: les, anders, fischer. */
    static final int NAME = 1 << COUNT;

    /** A dictionary of English has it too, so that it tells no language. */
    static final int SHARED = NAME << 1;

    /** Of those the ones that nearly every sentence of their own language has. */
    private static final Set<String> TELLING = Phrases.of(
            "van|die|den|met|door|pour|par|pas|plus|till|men|hat|muss|bin|nun|tout|sin|con|mes|jest|hay|per|tot|non|man|mas");

    private static final Map<String, Integer> WORDS = words();

    private CommonWords() {}

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        WordList.read("common-words.txt", (line, marked) -> {
            String[] parts = line.split(" ", -1);
            int languages = marked ? NAME : 0;
            for (int i = 1; i < parts.length; i++) {
                languages |= 1 << LANGUAGES.indexOf(parts[i]);
            }
            boolean shared =
                    (languages & ENGLISH) == 0 && EnglishWords.hasAsIs(parts[0]) && !TELLING.contains(parts[0]);
            words.put(parts[0], shared ? languages | SHARED : languages);
        });
        return Map.copyOf(words);
    }

    static Set<String> all() {
        return WORDS.keySet();
    }

    /** The languages that have a folded word, as a sum of their bits; 0 where none has. */
    static int languages(String folded) {
        return WORDS.getOrDefault(folded, 0);
    }
}
