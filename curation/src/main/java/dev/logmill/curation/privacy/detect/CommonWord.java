package dev.logmill.curation.privacy.detect;

import java.util.List;

/**
 * Whether a word that may be a name is a plain word of the language around it: "Les" before "articles" is an article, beside "said" it is
 * somebody. What tells are the words of its line next to it, as one text may hold several languages.
 */
final class CommonWord {
    private static final int REACH = 12;

    /** Endings of adjectives, which no name before a surname needs: ungültiger, zusätzliche. */
    private static final Endings OF_ADJECTIVES =
            new Endings(List.of("iger", "ige", "iges", "igen", "licher", "liche", "liches", "er", "es", "en", "em"), 0);

    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;

    private CommonWord() {}

    /** Whether it is one where it stands. */
    static boolean is(Words words, int word) {
        if (!words.is(word, Lexicon.COMMON_ELSEWHERE)) {
            return false;
        }
        int languages = words.form(word).languages() & ~CommonWords.ENGLISH;
        if (languages == 0) {
            return false;
        }
        Around around = new Around(words, word, true);
        int same = around.most(languages) + around.accented;
        int foreign = same + around.unknown;
        int english = around.english();
        if ((languages & CommonWords.NAME) != 0 || isRatherName(words, word, languages)) {
            return same > 0 && foreign > english && (foreign > 1 || english == 0);
        }
        return foreign + 1 > english;
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

    /** Whether it ends as adjectives of German do. */
    static boolean isLikeAdjective(Words words, int word) {
        return OF_ADJECTIVES.isOf(words.folded(word));
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

        /** Of some languages that with most words. */
        int most(int languages) {
            int most = 0;
            for (int i = 0; i < counts.length; i++) {
                most = Math.max(most, (languages >> i & 1) * counts[i]);
            }
            return most;
        }
    }
}
