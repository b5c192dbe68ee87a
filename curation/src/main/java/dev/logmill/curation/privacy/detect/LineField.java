package dev.logmill.curation.privacy.detect;

import java.util.Optional;

/**
 * What a label says of the value behind it in its line: the other cell of a row of two, {@code | First name | Naledi |}, behind a tab,
 * or what an option of a command is given, {@code --first-name Naledi}.
 */
final class LineField {
    private static final int LONGEST_KEY = 32;
    private static final int LONGEST_VALUE = 80;

    private LineField() {}

    /** The value that a label which ends at an index is of; empty where none is. */
    static Optional<TableCell> at(String text, int end) {
        if (end >= text.length() || " |=\t".indexOf(text.charAt(end)) < 0) {
            return Optional.empty();
        }
        int start = end;
        while (start > 0
                && end - start < LONGEST_KEY
                && (Letters.isWord(text.charAt(start - 1)) || " -".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        String before = text.substring(start, end);
        int option = before.lastIndexOf(" --");
        if (option >= 0 || before.startsWith("--")) {
            return option(text, start + Math.max(option + 1, 0) + 2, end);
        }
        boolean begins = start == 0 || text.charAt(start - 1) == '\n';
        if (begins && text.charAt(end) == '\t') {
            return cell(text, before, end + 1, '\n');
        }
        return start > 0 && text.charAt(start - 1) == '|' && isFirst(text, start - 1)
                ? row(text, before, end)
                : Optional.empty();
    }

    /** Whether nothing but space is before the first bar of a row. */
    private static boolean isFirst(String text, int bar) {
        int i = bar;
        while (i > 0 && bar - i < LONGEST_KEY && " \t".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i == 0 || text.charAt(i - 1) == '\n';
    }

    private static Optional<TableCell> row(String text, String key, int end) {
        int bar = spaceEnd(text, end);
        if (!text.startsWith("|", bar)) {
            return Optional.empty();
        }
        Optional<TableCell> cell = cell(text, key, bar + 1, '|');
        int last = cell.map(value -> spaceEnd(text, value.end()) + 1).orElse(-1);
        boolean row = last > 0 && (last >= text.length() || text.charAt(last) == '\n' || text.charAt(last) == '\r');
        // Below a header stands a line of dashes.
        boolean header = row
                && (text.startsWith("\n|-", last) || text.startsWith("\n| -", last) || text.startsWith("\n|:", last));
        return row && !header ? cell : Optional.empty();
    }

    /** Up to a mark or the end of the text, without spaces around. */
    private static Optional<TableCell> cell(String text, String key, int from, char mark) {
        int start = spaceEnd(text, from);
        int end = start;
        while (end < text.length()
                && end - start < LONGEST_VALUE
                && text.charAt(end) != mark
                && "\t\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean closed = end < text.length() ? text.charAt(end) == mark : mark == '\n';
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return closed && end > start ? Optional.of(new TableCell(key.strip(), start, end)) : Optional.empty();
    }

    /** A word behind a space or an equals sign, or what stands in quotes there. */
    private static Optional<TableCell> option(String text, int keyStart, int end) {
        int start = end + 1;
        boolean quoted = start < text.length() && "\"'".indexOf(text.charAt(start)) >= 0;
        start = quoted ? start + 1 : start;
        int last = start;
        while (last < text.length()
                && last - start < LONGEST_VALUE
                && (quoted
                        ? text.charAt(last) != text.charAt(start - 1) && text.charAt(last) != '\n'
                        : Character.isLetter(text.charAt(last)) || "-'".indexOf(text.charAt(last)) >= 0)) {
            last++;
        }
        boolean ends = last == text.length() || Character.isWhitespace(text.charAt(last)) || quoted;
        return ends && last > start && text.charAt(end) != '|' && text.charAt(end) != '\t'
                ? Optional.of(new TableCell(text.substring(Math.min(keyStart, end), end), start, last))
                : Optional.empty();
    }

    private static int spaceEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_VALUE && text.charAt(end) == ' ') {
            end++;
        }
        return end;
    }
}
