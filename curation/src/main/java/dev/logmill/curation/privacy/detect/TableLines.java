package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table that is written line by line: cells behind commas, semicolons, tabs or bars (Markdown and the boxes of databases among
 * them), or two spaces or more apart. Rows stop where their cells are not as many as those of the header.
 */
final class TableLines {
    /** Longer lines are no header. */
    private static final int LONGEST = 4000;

    private static final String SEPARATORS = "|\t;,";
    private static final char SPACES = ' ';
    private static final String RULE = "-+|=: \r";

    /** Bars of boxes that are drawn: │ ┃ ┆ ┇ ┊ ┋ ║. */
    private static final String BARS = "\u2502\u2503\u2506\u2507\u250a\u250b\u2551";

    private final String text;
    private final char separator;

    /** Whether bars stand around each line. */
    private final boolean boxed;

    private TableLines(String text, char separator, int headerStart) {
        this.text = text;
        this.separator = separator;
        this.boxed = separator == '|' && isBar(text.charAt(first(headerStart)));
    }

    /** Tells the cells below the header in a line; the index behind the last line that was read. */
    static int read(String text, int lineStart, Consumer<TableCell> sink) {
        int end = lineEnd(text, lineStart);
        if (end - lineStart > LONGEST || end == text.length()) {
            return end;
        }
        char separator = separator(text, lineStart, end);
        if (separator == SPACES && text.charAt(lineStart) == ' ') {
            int print = TablePrint.read(text, lineStart, end, sink);
            if (print > end) {
                return print;
            }
        }
        TableLines lines = new TableLines(text, separator, lineStart);
        TableHeader header = TableHeader.of(lines.names(lineStart, end));
        int last = header.isEmpty() ? end : lines.rows(header, end, sink);
        return last == end && separator == SPACES ? TableAligned.read(text, lineStart, end, sink) : last;
    }

    private static char separator(String text, int from, int end) {
        // The line alone: a search of the whole text, line by line, would take the square of its length.
        String line = text.substring(from, end);
        if (line.chars().anyMatch(c -> isBar((char) c))) {
            return '|';
        }
        for (int i = 1; i < SEPARATORS.length(); i++) {
            if (line.indexOf(SEPARATORS.charAt(i)) >= 0) {
                return SEPARATORS.charAt(i);
            }
        }
        return SPACES;
    }

    private List<String> names(int start, int end) {
        return cells(start, end).stream()
                .map(cell -> text.substring(cell.start(), cell.end()).replace("*", ""))
                .toList();
    }

    private int rows(TableHeader header, int headerEnd, Consumer<TableCell> sink) {
        List<TableCell> told = new ArrayList<>();
        int end = headerEnd;
        boolean any = false;
        // Bars around a line make a table only where a rule parts its header.
        boolean ruled = !boxed;
        while (end < text.length()) {
            int start = end + 1;
            int last = lineEnd(text, start);
            boolean rule = isRule(start, last) || TableTypes.isRow(text.substring(start, last));
            ruled |= rule;
            if (!rule && !(ruled && row(header, start, last, told))) {
                break;
            }
            any |= !rule;
            end = last;
        }
        if (told.stream().noneMatch(cell -> TableHeader.isColumn(text.substring(cell.start(), cell.end())))) {
            told.forEach(sink);
        }
        return any ? end : headerEnd;
    }

    /** Whether a line is a row, whose cells are taken then. */
    private boolean row(TableHeader header, int start, int end, List<TableCell> told) {
        List<TableCell> cells = cells(start, end);
        // Where spaces part columns, the number of a row may stand before them.
        int before = cells.size() - header.size();
        if (before != 0 && !(separator == SPACES && before == 1)) {
            return false;
        }
        for (int column = 0; column < header.size(); column++) {
            TableCell cell = cells.get(column + before);
            String label = header.label(column);
            if (!label.isEmpty() && !TableHeader.isNothing(text.substring(cell.start(), cell.end()))) {
                told.add(new TableCell(label, cell.start(), cell.end()));
            }
        }
        return true;
    }

    /** The cells of a line, without what is around them. */
    private List<TableCell> cells(int lineStart, int lineEnd) {
        int at = first(lineStart);
        int end = lineEnd;
        while (end > at && Character.isWhitespace(text.charAt(end - 1)) && text.charAt(end - 1) != '\t') {
            end--;
        }
        if (boxed) {
            at += at < end && isBar(text.charAt(at)) ? 1 : 0;
            end -= end > at && isBar(text.charAt(end - 1)) ? 1 : 0;
        }
        List<TableCell> cells = new ArrayList<>();
        while (at <= end) {
            int cellEnd = cellEnd(at, end);
            cells.add(stripped(at, cellEnd));
            at = cellEnd + 1;
            while (separator == SPACES && at < end && text.charAt(at) == ' ') {
                at++;
            }
        }
        return cells;
    }

    private int first(int lineStart) {
        int at = lineStart;
        while (separator != '\t' && at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return Math.min(at, text.length() - 1);
    }

    /** Index of what parts a cell from the next; within quotes nothing does. */
    private int cellEnd(int start, int end) {
        boolean quoted = start < end && text.charAt(start) == '"' && separator != SPACES;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"' && i > start) {
                quoted = false;
            }
            boolean parts =
                    separator == SPACES ? text.startsWith("  ", i) : c == separator || (separator == '|' && isBar(c));
            if (parts && !quoted) {
                return i;
            }
        }
        return end;
    }

    private TableCell stripped(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (to > from && isAround(text.charAt(to - 1))) {
            to--;
        }
        return new TableCell("", from, to);
    }

    private static boolean isAround(char c) {
        return Character.isWhitespace(c) || c == '"' || c == '`';
    }

    private static boolean isBar(char c) {
        return c == '|' || (c > '\u2500' && BARS.indexOf(c) >= 0);
    }

    private boolean isRule(int start, int end) {
        int dashes = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean drawn = c >= '\u2500' && c <= '\u257f';
            if (RULE.indexOf(c) < 0 && !drawn) {
                return false;
            }
            dashes += c == '-' || c == '=' || (drawn && !isBar(c)) ? 1 : 0;
        }
        return dashes > 1;
    }

    static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }
}
