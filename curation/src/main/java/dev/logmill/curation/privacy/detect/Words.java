package dev.logmill.curation.privacy.detect;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The words and numbers of a text, in order: letters with the apostrophes and dashes within, digits alone. */
public final class Words {
    /** Ints that tell of a word: where it begins and ends, and its flags. */
    private static final int STRIDE = 3;

    private static final int MOST_FIRST = 64;

    /** How a word is written. */
    public enum Case {
        SMALL,
        /** One capital or more, and small letters behind: Ann, McCathie. */
        CAPITAL,
        /** Two capitals or more and nothing else. */
        CAPITALS,
        /** One capital alone. */
        INITIAL,
        NUMBER,
        /** Letters and digits, or capitals within: iPhone, A4. */
        MIXED
    }

    private final String text;
    private int[] told;
    private Case[] cases;
    private @Nullable KnownWord[] known;
    private int count;
    private @Nullable Boolean german;

    private Words(String text) {
        this.text = text;
        this.cases = new Case[Math.min(MOST_FIRST, text.length() / 4 + 1)];
        this.told = new int[STRIDE * cases.length];
        this.known = new KnownWord[cases.length];
    }

    public static Words of(String text) {
        Words words = new Words(text);
        WordReader reader = new WordReader(text);
        int start = reader.next(0);
        while (start < text.length()) {
            int end = reader.read(start);
            words.put(start, end, reader);
            start = reader.next(end);
        }
        return words;
    }

    private void put(int start, int end, WordReader reader) {
        int at = STRIDE * count;
        if (at == told.length) {
            told = Arrays.copyOf(told, 2 * at);
            cases = Arrays.copyOf(cases, 2 * count);
            known = Arrays.copyOf(known, 2 * count);
        }
        told[at] = start;
        told[at + 1] = end;
        cases[count] = reader.written();
        if (cases[count] != Case.NUMBER) {
            KnownWord word = reader.isAscii()
                    ? Lexicon.word(reader.small(), start, end, reader.hash())
                    : Lexicon.word(Folded.of(text.substring(start, end)));
            known[count] = word;
            told[at + 2] = reader.isJoined() ? word.flags() | Lexicon.JOINED : word.flags();
        }
        count++;
    }

    public int count() {
        return count;
    }

    /** Index of the first char of a word. */
    public int start(int word) {
        return told[STRIDE * word];
    }

    /** Index after its last char. */
    public int end(int word) {
        return told[STRIDE * word + 1];
    }

    public Case written(int word) {
        return cases[word];
    }

    /** Whether it begins with a capital and is a word of letters alone. */
    boolean isCapital(int word) {
        Case written = written(word);
        return written == Case.CAPITAL || written == Case.CAPITALS;
    }

    /** No list has a number, so that none is looked up unless somebody asks. */
    private KnownWord known(int word) {
        KnownWord is = known[word];
        if (is == null) {
            is = new KnownWord(Folded.of(text.substring(start(word), end(word))), 0);
            known[word] = is;
        }
        return is;
    }

    /** The word, folded. */
    String folded(int word) {
        return known(word).folded();
    }

    /** What the lists say of it; see {@link Lexicon}. */
    int flags(int word) {
        return told[STRIDE * word + 2];
    }

    /** Whether the lists have it with one of some flags; see {@link Lexicon}. */
    public boolean is(int word, int some) {
        return (flags(word) & some) != 0;
    }

    /**
     * Whether {@link Cues} before what follows a word may end with one that a flag stands for. They take letters alone, leave
     * apostrophes out and begin a word at a capital, so that of plain words only it is sure.
     */
    boolean mayCall(int word, int flag) {
        if (word < 0 || is(word, flag)) {
            return true;
        }
        Case written = written(word);
        boolean plain = written == Case.SMALL || written == Case.CAPITAL || written == Case.CAPITALS;
        return !plain || !isPlainAscii(word) || (start(word) > 0 && text.charAt(start(word) - 1) == '\\');
    }

    private boolean isPlainAscii(int word) {
        for (int i = start(word); i < end(word); i++) {
            if (!Letters.isAsciiLetter(text.charAt(i))) {
                return false;
            }
        }
        return end(word) - start(word) > 1;
    }

    /** Whether a letter is none of ASCII: é, ß, ł. */
    boolean isAccented(int word) {
        for (int i = start(word); i < end(word); i++) {
            if (text.charAt(i) >= 0x80 && text.charAt(i) != '\u2019') {
                return true;
            }
        }
        return false;
    }

    /** What its letters tell. */
    WordForm form(int word) {
        return known(word).form();
    }

    /** Whether it is an ordinary word of English too. */
    public boolean isEnglish(int word) {
        return known(word).isEnglish();
    }

    /** Whether any is a plain word of German, told once: most texts have none, and are not looked through word by word. */
    boolean anyGerman() {
        Boolean known = german;
        if (known == null) {
            known = CommonWord.anyGerman(this);
            german = known;
        }
        return known;
    }

    /** What stands between a word and the next one. */
    String behind(int word) {
        return Gaps.between(text, end(word), word + 1 < count ? start(word + 1) : text.length());
    }

    /** Whether a mark stands right before a word. */
    boolean isBehind(int word, char mark) {
        return start(word) > 0 && text.charAt(start(word) - 1) == mark;
    }

    /** Whether digits go on before or behind a mark: a decimal, an IP address, a time, a date. */
    boolean isPartOfNumber(int word) {
        return isJoint(start(word) - 1, start(word) - 2) || isJoint(end(word), end(word) + 1);
    }

    /** Whether no mark that code, ids and paths are made of stands right before or behind. */
    boolean standsFree(int word) {
        int before = start(word) - 1;
        int behind = end(word);
        boolean left = before < 0 || "-/=.@#$\\:+%&~|".indexOf(text.charAt(before)) < 0;
        boolean ends = behind >= text.length();
        boolean inside = !ends
                && text.charAt(behind) == '.'
                && behind + 1 < text.length()
                && WordReader.isWord(text.charAt(behind + 1));
        boolean quote =
                !ends && text.charAt(behind) == '\\' && behind + 1 < text.length() && isQuote(text.charAt(behind + 1));
        boolean right = ends || quote || ("-/=@#$(\\[+%".indexOf(text.charAt(behind)) < 0 && !inside);
        return left && right;
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"' || c == 'n';
    }

    private boolean isJoint(int mark, int digit) {
        return mark >= 0
                && mark < text.length()
                && ".,:/-+".indexOf(text.charAt(mark)) >= 0
                && Letters.digitAt(text, digit);
    }

    /** Whether the next word is parted by one space alone; behind an initial or a short form by a stop and a space at most. */
    boolean adjoins(int word) {
        if (word + 1 >= count) {
            return false;
        }
        int gap = start(word + 1) - end(word);
        char first = text.charAt(end(word));
        if (gap == 1) {
            return first == ' ' || first == '\u00a0' || (first == '.' && written(word) == Case.INITIAL);
        }
        return gap == 2
                && first == '.'
                && text.charAt(end(word) + 1) == ' '
                && (written(word) == Case.INITIAL || end(word) - start(word) <= 3 || isShortTitle(word));
    }

    /** Prof., Dott.: longer than other short forms. */
    private boolean isShortTitle(int word) {
        return end(word) - start(word) == 4 && is(word, Lexicon.TITLE) && NameWords.isShortTitle(folded(word));
    }

    /** Whether a sentence or line begins with it. */
    boolean isFirst(int word) {
        return Letters.beginsSentence(text, start(word));
    }
}
