package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * Whether a word that may be a name is a plain word of the language around it: "Les" before "articles" is an article, beside "said" it is
 * somebody. What tells are the words of its line next to it, as one text may hold several languages.
 */
final class CommonWord {
    private static final int REACH = 12;

    /** Articles, pronouns and the like, with which a sentence or a label begins. */
    private static final Set<String> BEGINNING = Phrases.of(
            "les|al|alla|elke|anders|inga|mina|dina|sina|nella|della|ella|elle|ed|stan|del|han|tal|allen|von|deja|ali|ela|ora|per|nada|hata|sama|oda");

    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;

    private CommonWord() {}

    /** Whether it is one where it stands. */
    static boolean is(Words words, int word) {
        if (!words.is(word, Lexicon.COMMON_ELSEWHERE)) {
            return false;
        }
        int languages = words.form(word).languages() & ~CommonWords.ENGLISH;
        if (languages == 0 || isBeforeSurname(words, word)) {
            return false;
        }
        Around around = new Around(words, word, true);
        int same = around.most(languages) + around.accented;
        int foreign = same + around.unknown;
        int english = around.english();
        boolean name = (languages & CommonWords.NAME) != 0;
        if (name && isGiven(words, word) && (languages & CommonWords.GERMAN) == 0) {
            return false;
        }
        if (name || isRatherName(words, word, languages)) {
            return same > 0 && foreign > english && (foreign > 1 || english == 0);
        }
        return foreign + 1 > english;
    }

    /** Whether what may be a place is one: "Le port est payé", with no other capital behind it. */
    static boolean isNoPlace(Words words, int word, int end) {
        boolean several = end > word + 1;
        return words.written(word) != Words.Case.CAPITALS
                && !(several && words.written(end - 1) == Words.Case.CAPITAL)
                && !(!several && PlaceDetector.isBehindPreposition(words, word))
                && is(words, word);
    }

    /** Rosa Ferrari, Anders Lindqvist: a given name whatever else it is. */
    private static boolean isBeforeSurname(Words words, int word) {
        int behind = word + 1;
        return words.written(word) == Words.Case.CAPITAL
                && words.is(word, GIVENS)
                && words.adjoins(word)
                && words.written(behind) == Words.Case.CAPITAL
                && (words.is(behind, Lexicon.SURNAME) || words.form(behind).surname())
                && !words.is(behind, Lexicon.COMMON_ELSEWHERE);
    }

    /** A given name with a capital that is no word which sentences begin with. */
    private static boolean isGiven(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && words.is(word, Lexicon.GIVEN)
                && !BEGINNING.contains(words.folded(word));
    }

    /** With a capital within a sentence, or as a given name before another capital, it is rather a name. */
    private static boolean isRatherName(Words words, int word, int languages) {
        boolean before = words.adjoins(word) && words.isCapital(word + 1) && words.is(word, GIVENS);
        return words.written(word) == Words.Case.CAPITAL
                && (before || (!words.isFirst(word) && (languages & CommonWords.GERMAN) == 0));
    }

    /** Whether it is one that is nobody's name in any language. */
    static boolean isNoName(Words words, int word) {
        return is(words, word) && (words.form(word).languages() & CommonWords.NAME) == 0;
    }

    /** Whether the words around one are German, where a capital makes no name. */
    static boolean isAmidGerman(Words words, int word) {
        if (!words.anyGerman()) {
            return false;
        }
        Around around = new Around(words, word, false);
        return around.most(CommonWords.GERMAN) > around.english();
    }

    /** Whether any of the words counts as German, so that others may stand amid it. */
    static boolean anyGerman(Words words) {
        for (int word = 0; word < words.count(); word++) {
            if (words.is(word, Lexicon.COMMON_ELSEWHERE)) {
                int languages = words.form(word).languages();
                boolean german = (languages & CommonWords.GERMAN) != 0
                        && (languages & (CommonWords.SHARED | CommonWords.NAME)) == 0;
                if (german) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many words of each language stand next to a word. */
    private static final class Around {
        private final int[] counts = new int[CommonWords.COUNT];
        private int unknown;

        /** Words with letters that English lacks. */
        private int accented;

        /** @param all whether words that no list has count too: those of English, and those that it has not */
        Around(Words words, int word, boolean all) {
            for (int i = word - 1; i >= 0 && word - i <= REACH && isInLine(words, i); i--) {
                count(words, i, all);
            }
            for (int i = word + 1; i < words.count() && i - word <= REACH && isInLine(words, i - 1); i++) {
                count(words, i, all);
            }
        }

        private static boolean isInLine(Words words, int word) {
            return words.behind(word).indexOf('\n') < 0;
        }

        private void count(Words words, int word, boolean all) {
            int languages =
                    words.is(word, Lexicon.COMMON_ELSEWHERE) ? words.form(word).languages() : 0;
            if ((languages & (CommonWords.SHARED | CommonWords.NAME)) != 0) {
                return;
            }
            boolean english = (languages & CommonWords.ENGLISH) != 0;
            for (int i = 0; i < counts.length && !(english && i > 0); i++) {
                counts[i] += (languages >> i) & 1;
            }
            if (all && languages == 0 && words.written(word) == Words.Case.SMALL) {
                boolean other = words.isAccented(word);
                accented += other ? 1 : 0;
                counts[0] += !other && words.isEnglish(word) ? 1 : 0;
                unknown += !other && words.form(word).unknown() ? 1 : 0;
            }
        }

        int english() {
            return counts[0];
        }

        /** How many words some languages have; 0 where another one but English has more. */
        int most(int languages) {
            int most = 0;
            int others = 0;
            for (int i = 1; i < counts.length; i++) {
                boolean same = (languages >> i & 1) == 1;
                most = same ? Math.max(most, counts[i]) : most;
                others = same ? others : Math.max(others, counts[i]);
            }
            return others > most ? 0 : most;
        }
    }
}
