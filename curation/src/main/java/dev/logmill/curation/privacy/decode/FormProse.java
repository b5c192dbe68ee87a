package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Letters;

/**
 * A sentence as forms encode it, with a plus for each space and marks by their numbers, whatever stands before it:
 * {@code Customer+Hanna+Roe%2C+phone+%2B48+601+234+567}. Each run of chars without white space is looked at once.
 */
final class FormProse {
    private static final int LEAST_SPACES = 2;

    /** A plus between longer words is rather one of base64. */
    private static final int LONGEST_WORD = 40;

    private final String text;
    private int end;
    private boolean prose;

    FormProse(String text) {
        this.text = text;
    }

    /** Whether the plus at an index stands for a space; indices are asked for in their order. */
    boolean isSpace(int at) {
        if (at >= end) {
            read(at);
        }
        return prose && at + 1 < text.length() && isPart(text.charAt(at + 1)) && at > 0 && isPart(text.charAt(at - 1));
    }

    /** Reads the run that a plus is in. */
    private void read(int at) {
        int start = at;
        while (start > end && isPart(text.charAt(start - 1))) {
            start--;
        }
        int spaces = 0;
        int encoded = 0;
        int longest = 0;
        int word = start;
        int i = start;
        while (i < text.length() && isPart(text.charAt(i))) {
            char c = text.charAt(i);
            if (c == '+') {
                spaces++;
                longest = Math.max(longest, i - word);
                word = i + 1;
            } else if (c == '%' && Hex.value(text, i + 1, 2) >= 0) {
                encoded++;
            }
            i++;
        }
        end = i;
        prose = encoded > 0 && spaces >= LEAST_SPACES && Math.max(longest, i - word) <= LONGEST_WORD;
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || "+%.-~*'()!".indexOf(c) >= 0;
    }
}
