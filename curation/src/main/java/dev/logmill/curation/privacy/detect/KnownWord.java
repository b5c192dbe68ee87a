package dev.logmill.curation.privacy.detect;

import org.jspecify.annotations.Nullable;

/** A word, folded, and what the lists say of it. */
final class KnownWord {
    private final String folded;
    private final char[] chars;
    private final int flags;

    /** Told once somebody asks; whole once it is seen, so that threads may share it. */
    private @Nullable WordForm form;

    private @Nullable Boolean english;

    /**
     * A word.
     *
     * @param flags as {@link Lexicon} has them; 0 where no list has it
     */
    KnownWord(String folded, int flags) {
        this.folded = folded;
        this.chars = folded.toCharArray();
        this.flags = flags;
    }

    String folded() {
        return folded;
    }

    int flags() {
        return flags;
    }

    /** Whether it is an ordinary word of English too; told once, as most detectors ask, and of the same words again and again. */
    boolean isEnglish() {
        Boolean told = english;
        if (told == null) {
            told = EnglishWords.has(folded);
            english = told;
        }
        return told;
    }

    /** What its letters tell. */
    WordForm form() {
        WordForm told = form;
        if (told == null) {
            told = WordForm.of(this);
            form = told;
        }
        return told;
    }

    /** Whether it stands between two indices of a text in small letters. */
    boolean isWritten(char[] text, int start, int end) {
        if (chars.length != end - start) {
            return false;
        }
        // Words are short: a comparison of arrays takes longer to begin than this does.
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] != text[start + i]) {
                return false;
            }
        }
        return true;
    }
}
