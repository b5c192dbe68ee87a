package dev.logmill.curation.privacy.detect;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words and numbers of a text, in order: letters with the apostrophes and dashes within, digits alone. */
public final class Words {
    private static final int FIRST = 64;
    private static final Set<String> PREFIXES = Set.of("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz");

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
    private int[] bounds = new int[2 * FIRST];
    private Case[] cases = new Case[FIRST];
    private @Nullable String[] folded = new String[0];
    private int[] flags = new int[0];
    private int count;

    private Words(String text) {
        this.text = text;
    }

    public static Words of(String text) {
        Words words = new Words(text);
        int i = 0;
        while (i < text.length()) {
            i = isWord(text.charAt(i)) ? words.add(i) : i + 1;
        }
        words.folded = new String[words.count];
        words.flags = new int[words.count];
        return words;
    }

    private static boolean isWord(char c) {
        return c < 0x80
                ? Letters.isAsciiLetter(c) || Letters.isDigit(c) || c == '_'
                : Character.isLetterOrDigit(c) || isMark(c);
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private int add(int start) {
        int end = start;
        int upper = 0;
        int lower = 0;
        int digits = 0;
        int other = 0;
        boolean camel = false;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (!isWord(c)) {
                boolean joins = (c == '\'' || c == '\u2019' || c == '-')
                        && end > start
                        && end + 1 < text.length()
                        && digits == 0
                        && Character.isLetter(text.charAt(end + 1))
                        && !isPossessive(end + 1);
                if (!joins) {
                    break;
                }
                end += 1;
                continue;
            }
            if (Letters.isDigit(c)) {
                digits++;
            } else if (Character.isUpperCase(c)) {
                upper++;
                camel |= lower > 0 && Character.isLowerCase(text.charAt(end - 1)) && !isPrefix(start, end);
            } else if (c == '_') {
                other++;
            } else {
                lower++;
            }
            end++;
        }
        Case written = written(text.charAt(start), upper, lower, digits, other, camel);
        put(start, end, written);
        return end;
    }

    /** Whether a capital may follow what begins a surname: McCathie, MacDonald, DeVito. */
    private boolean isPrefix(int start, int end) {
        return PREFIXES.contains(text.substring(start, end));
    }

    private static Case written(char first, int upper, int lower, int digits, int other, boolean camel) {
        if (digits > 0 && upper + lower + other == 0) {
            return Case.NUMBER;
        }
        if (digits > 0 || other > 0 || camel) {
            return Case.MIXED;
        }
        if (upper == 0) {
            return Case.SMALL;
        }
        if (lower == 0) {
            return upper == 1 ? Case.INITIAL : Case.CAPITALS;
        }
        return Character.isUpperCase(first) ? Case.CAPITAL : Case.MIXED;
    }

    /** The s of a genitive is no part of the word. */
    private boolean isPossessive(int at) {
        return (text.charAt(at) == 's' || text.charAt(at) == 'S')
                && (at + 1 >= text.length() || !Character.isLetter(text.charAt(at + 1)));
    }

    private void put(int start, int end, Case written) {
        if (count == cases.length) {
            bounds = Arrays.copyOf(bounds, 4 * count);
            cases = Arrays.copyOf(cases, 2 * count);
        }
        bounds[2 * count] = start;
        bounds[2 * count + 1] = end;
        cases[count] = written;
        count++;
    }

    public int count() {
        return count;
    }

    /** Index of the first char of a word. */
    public int start(int word) {
        return bounds[2 * word];
    }

    /** Index after its last char. */
    public int end(int word) {
        return bounds[2 * word + 1];
    }

    public Case written(int word) {
        return cases[word];
    }

    /** Whether it begins with a capital and is a word of letters alone. */
    boolean isCapital(int word) {
        return cases[word] == Case.CAPITAL || cases[word] == Case.CAPITALS;
    }

    /** The word, folded. */
    String folded(int word) {
        String known = folded[word];
        if (known == null) {
            known = fold(text.substring(start(word), end(word)));
            folded[word] = known;
            flags[word] = Lexicon.of(known);
        }
        return known;
    }

    /** Whether the lists have it with one of some flags; see {@link Lexicon}. */
    public boolean is(int word, int some) {
        if (folded[word] == null) {
            folded(word);
        }
        return (flags[word] & some) != 0;
    }

    /** What stands between a word and the next one. */
    String behind(int word) {
        return text.substring(end(word), word + 1 < count ? start(word + 1) : text.length());
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
        boolean inside =
                !ends && text.charAt(behind) == '.' && behind + 1 < text.length() && isWord(text.charAt(behind + 1));
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
            return first == ' ' || first == '\u00a0' || (first == '.' && cases[word] == Case.INITIAL);
        }
        return gap == 2
                && first == '.'
                && text.charAt(end(word) + 1) == ' '
                && (cases[word] == Case.INITIAL || end(word) - start(word) <= 3);
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
