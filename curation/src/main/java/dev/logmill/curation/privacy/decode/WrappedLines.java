package dev.logmill.curation.privacy.decode;

/**
 * Where base64 goes on over lines of one width, the last as long or shorter (RFC 2045, section 6.8: 76 chars; RFC 7468: 64).
 *
 * @param start index of the first char
 * @param end index after the last char, without padding
 * @param width chars a line; 0 where all is in one line
 * @param lineEnd what parts the lines
 * @param breaks how often it does
 */
record WrappedLines(int start, int end, int width, String lineEnd, int breaks) {
    static final WrappedLines NONE = new WrappedLines(0, 0, 0, "", 0);

    private static final int NARROWEST = 60;

    /** The lines that begin with one that is a word. */
    static WrappedLines at(String text, int start, int end) {
        int width = end - start;
        String lineEnd = text.startsWith("\r\n", end) ? "\r\n" : "\n";
        if (width < NARROWEST || width % 4 != 0) {
            return NONE;
        }
        int last = end;
        int breaks = 0;
        while (last - start == (breaks + 1) * width + breaks * lineEnd.length() && text.startsWith(lineEnd, last)) {
            int from = last + lineEnd.length();
            int to = lineTo(text, from, width);
            if (to == from) {
                break;
            }
            last = to;
            breaks++;
        }
        return breaks == 0 ? NONE : new WrappedLines(start, last, width, lineEnd, breaks);
    }

    /** The end of a line of no more than a width; where it begins where it is no line of base64, or a longer one. */
    private static int lineTo(String text, int from, int width) {
        int to = from;
        while (to < text.length() && Base64Start.isDigit(text.charAt(to))) {
            to++;
        }
        return to - from <= width ? to : from;
    }

    boolean isNone() {
        return width == 0;
    }

    /** Those before the last one, which has then the width of all. */
    WrappedLines withoutLast() {
        int whole = start + breaks * width + (breaks - 1) * lineEnd.length();
        return breaks < 2 ? NONE : new WrappedLines(start, whole, width, lineEnd, breaks - 1);
    }

    /** How many chars they have without what parts them. */
    int length() {
        return end - start - breaks * lineEnd.length();
    }

    /** The lines in one. */
    String joined(String text) {
        return text.substring(start, end).replace(lineEnd, "");
    }

    /** Other base64 in lines of the same width. */
    String wrapped(String digits) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < digits.length(); i += width) {
            lines.append(i == 0 ? "" : lineEnd).append(digits, i, Math.min(digits.length(), i + width));
        }
        return lines.toString();
    }
}
