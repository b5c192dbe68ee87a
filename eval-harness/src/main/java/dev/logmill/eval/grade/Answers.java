package dev.logmill.eval.grade;

import dev.logmill.curation.trace.Message;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text of an answer, as graders compare it. What may carry meaning stays: letters and their marks, digits, signs,
 * operators, currencies, symbols. What does not is folded: case, width, ligatures, kinds of dashes and quotes, white space;
 * and the punctuation that ends a sentence goes, at the end of a word alone.
 */
final class Answers {
    private static final String ENDS_A_SENTENCE = ".,;:!?…。、।۔؟،؛\u3002\u3001";
    private static final String BEGINS_A_SENTENCE = "¿¡";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212";
    private static final String SINGLE_QUOTES = "\u2018\u2019\u201a\u201b";
    private static final String DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb";

    private Answers() {}

    static String text(Message message) {
        return message.content().orElse("").strip();
    }

    /** The text, folded, its words parted by one space. */
    static String normalised(String text) {
        List<String> words = new ArrayList<>();
        for (String word : unquoted(folded(text)).split(" ", -1)) {
            String bare = bare(word);
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return String.join(" ", words);
    }

    /** A word without the punctuation that ends or begins a sentence, and without marks of emphasis around it. */
    static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (to > from && ENDS_A_SENTENCE.indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        while (from < to && BEGINS_A_SENTENCE.indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        String bare = unemphasised(word.substring(from, to));
        return bare.length() == word.length() ? bare : bare(bare);
    }

    /** Whether a word closes a clause: a comma, a point or the like stands behind it. */
    static boolean endsClause(String word) {
        return !word.isEmpty() && ENDS_A_SENTENCE.indexOf(word.charAt(word.length() - 1)) >= 0;
    }

    /** Whether a word closes a sentence. */
    static boolean endsSentence(String word) {
        return endsClause(word) && ",:、،".indexOf(word.charAt(word.length() - 1)) < 0;
    }

    private static String unemphasised(String word) {
        boolean opens = word.startsWith("**") && word.length() > 2;
        String inner = opens ? word.substring(2) : word;
        boolean closes = inner.endsWith("**") && inner.length() > 2;
        inner = closes ? inner.substring(0, inner.length() - 2) : inner;
        boolean around = inner.length() > 2
                && "*_`".indexOf(inner.charAt(0)) >= 0
                && inner.charAt(0) == inner.charAt(inner.length() - 1);
        return around ? inner.substring(1, inner.length() - 1) : inner;
    }

    private static String unquoted(String text) {
        String bare = text.strip();
        while (!bare.isEmpty() && ENDS_A_SENTENCE.indexOf(bare.charAt(bare.length() - 1)) >= 0) {
            bare = bare.substring(0, bare.length() - 1);
        }
        boolean quoted = bare.length() > 2
                && "\"'`".indexOf(bare.charAt(0)) >= 0
                && bare.indexOf(bare.charAt(0), 1) == bare.length() - 1;
        return quoted ? bare.substring(1, bare.length() - 1) : text;
    }

    /**
     * Case, width and white space folded. Raised and lowered digits stay as they are, for 10² is not 102; format characters
     * and variation selectors, which nobody sees, go.
     */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isRaised(c)) {
                folded.append(lower(plain)).appendCodePoint(c);
                plain.setLength(0);
            } else if (Character.getType(c) != Character.FORMAT && !(c >= 0xfe00 && c <= 0xfe0f)) {
                plain.appendCodePoint(plainer(c));
            }
        });
        return folded.append(lower(plain)).toString().strip();
    }

    private static boolean isRaised(int c) {
        return Character.getType(c) == Character.OTHER_NUMBER || (c >= 0x2070 && c <= 0x209f);
    }

    private static int plainer(int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        if (SINGLE_QUOTES.indexOf(c) >= 0) {
            return '\'';
        }
        return DOUBLE_QUOTES.indexOf(c) >= 0 ? '"' : c;
    }

    /** Upper case first: only so do ß and SS meet. */
    private static String lower(CharSequence text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String lower = normal.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    /** The text without a fence of backticks around it, and the language that the fence names. */
    static String unfenced(String text) {
        if (!text.startsWith("```") || !text.endsWith("```") || text.length() < 6) {
            return text;
        }
        int line = text.indexOf('\n');
        return line < 0 ? text : text.substring(line + 1, text.length() - 3).strip();
    }
}
