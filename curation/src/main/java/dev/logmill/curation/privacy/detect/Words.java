package dev.logmill.curation.privacy.detect;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** The words and numbers of a text, in order: letters with the apostrophes and dashes within, digits alone. */
public final class Words {
    /** Ints that tell of a word: where it begins and ends, the hash of its folded form. */
    private static final int STRIDE = 3;

    private static final int MOST_FIRST = 64;

    private static final char[] NONE = new char[0];

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
    private char[] small = NONE;
    private KnownWord[] known = new KnownWord[0];
    private int count;

    private Words(String text) {
        this.text = text;
        this.cases = new Case[Math.min(MOST_FIRST, text.length() / 4 + 1)];
        this.told = new int[STRIDE * cases.length];
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
        words.small = reader.small();
        words.known = new KnownWord[words.count];
        return words;
    }

    private void put(int start, int end, WordReader reader) {
        int at = STRIDE * count;
        if (at == told.length) {
            told = Arrays.copyOf(told, 2 * at);
            cases = Arrays.copyOf(cases, 2 * count);
        }
        told[at] = start;
        told[at + 1] = end;
        told[at + 2] = reader.hash();
        cases[count] = reader.written();
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

    private KnownWord known(int word) {
        KnownWord is = known[word];
        if (is == null) {
            is = isAscii(start(word), end(word))
                    ? Lexicon.word(small, start(word), end(word), told[STRIDE * word + 2])
                    : Lexicon.word(fold(text.substring(start(word), end(word))));
            known[word] = is;
        }
        return is;
    }

    private boolean isAscii(int start, int end) {
        int seen = 0;
        for (int i = start; i < end; i++) {
            seen |= small[i];
        }
        return seen < 0x80;
    }

    /** The word, folded. */
    String folded(int word) {
        return known(word).folded();
    }

    /** Whether the lists have it with one of some flags; see {@link Lexicon}. */
    public boolean is(int word, int some) {
        return (known(word).flags() & some) != 0;
    }

    /** What stands between a word and the next one. */
    String behind(int word) {
        return Gaps.between(text, end(word), word + 1 < count ? start(word + 1) : text.length());
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
                && (written(word) == Case.INITIAL || end(word) - start(word) <= 3);
    }

    /** Whether a sentence or line begins with it. */
    boolean isFirst(int word) {
        int i = start(word) - 1;
        while (i >= 0 && " \"'(*#\u201c".indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return i < 0 || ".!?\n:".indexOf(text.charAt(i)) >= 0;
    }

    /** Small letters of ASCII, accents and strokes left out; what has no such form stays. */
    static String fold(String word) {
        boolean ascii = true;
        for (int i = 0; i < word.length() && ascii; i++) {
            ascii = word.charAt(i) < 0x80;
        }
        if (ascii) {
            return word.toLowerCase(Locale.ROOT);
        }
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
                plain(Character.toLowerCase(apart.charAt(i)), folded);
            }
        }
        return folded.toString();
    }

    /** Letters that Unicode does not take apart, as people write them who lack them. */
    private static void plain(char c, StringBuilder folded) {
        switch (c) {
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'ı' -> folded.append('i');
            case 'ə' -> folded.append('e');
            case 'þ' -> folded.append("th");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ß' -> folded.append("ss");
            default -> folded.append(c);
        }
    }
}
