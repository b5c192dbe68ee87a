package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table as pandas prints it: names at the right ends of their columns, and below them rows that a number stands before, each
 * cell of which ends where the name of its column does.
 */
final class TablePrint {
    private final String text;
    private final List<String> names = new ArrayList<>();

    /** Where each column ends, from the beginning of its line. */
    private final List<Integer> ends = new ArrayList<>();

    private TablePrint(String text) {
        this.text = text;
    }

    /** Tells the cells below the header in a line that begins with a space; the index behind the last line that was read. */
    static int read(String text, int lineStart, int lineEnd, Consumer<TableCell> sink) {
        TablePrint print = new TablePrint(text);
        print.columns(lineStart, lineEnd);
        TableHeader header = TableHeader.of(print.names);
        int end = lineEnd;
        while (!header.isEmpty() && end < text.length() && Letters.digitAt(text, end + 1)) {
            int last = TableLines.lineEnd(text, end + 1);
            if (!print.row(header, end + 1, last, sink)) {
                return end;
            }
            end = last;
        }
        return end;
    }

    private void columns(int lineStart, int lineEnd) {
        int at = lineStart;
        while (at < lineEnd) {
            int end = at;
            while (end < lineEnd && text.charAt(end) != ' ') {
                end++;
            }
            if (end > at) {
                names.add(text.substring(at, end));
                ends.add(end - lineStart);
            }
            at = end + 1;
        }
    }

    private boolean row(TableHeader header, int start, int end, Consumer<TableCell> sink) {
        int from = start;
        while (from < end && Letters.digitAt(text, from)) {
            from++;
        }
        for (int column = 0; column < ends.size(); column++) {
            int to = start + ends.get(column);
            boolean bounded = to <= end && from < to && text.charAt(from) == ' ' && text.charAt(to - 1) != ' ';
            if (!bounded || (to < end && text.charAt(to) != ' ')) {
                return false;
            }
            String cell = text.substring(from, to).strip();
            if (!header.label(column).isEmpty() && !TableHeader.isNothing(cell) && !TableHeader.isColumn(cell)) {
                sink.accept(new TableCell(header.label(column), to - cell.length(), to));
            }
            from = to;
        }
        return true;
    }
}
