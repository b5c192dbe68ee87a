package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table whose columns stand below their names with a space or more between, as R prints a tibble and programs of a shell print
 * lists: a cell begins where the name of its column does; numbers end where it ends.
 *
 * <pre>
 *   name        phone      dob
 * 1 Hanna Walsh 4152257174 1984-03-12
 * </pre>
 */
final class TableAligned {
    /** Two words stand below two others in many texts. */
    private static final int LEAST_COLUMNS = 3;

    private final String text;
    private final int headerStart;
    private final List<String> names = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    private TableAligned(String text, int headerStart) {
        this.text = text;
        this.headerStart = headerStart;
    }

    /** Tells the cells below the header in a line; the index behind the last line that was read. */
    static int read(String text, int lineStart, int lineEnd, Consumer<TableCell> sink) {
        TableAligned table = new TableAligned(text, lineStart);
        table.columns(lineEnd);
        TableHeader header = TableHeader.of(table.names);
        if (header.isEmpty()) {
            return lineEnd;
        }
        int end = lineEnd;
        boolean typed = false;
        while (end < text.length()) {
            int start = end + 1;
            int last = TableLines.lineEnd(text, start);
            boolean types = TableTypes.isRow(text.substring(start, last));
            typed |= types;
            boolean sure = typed || table.names.size() >= LEAST_COLUMNS || Letters.digitAt(text, start);
            if (!types && !(sure && table.row(header, start, last, sink))) {
                break;
            }
            end = last;
        }
        return end;
    }

    private void columns(int lineEnd) {
        int at = headerStart;
        while (at < lineEnd) {
            int end = at;
            while (end < lineEnd && text.charAt(end) > ' ') {
                end++;
            }
            if (end > at) {
                names.add(text.substring(at, end));
                starts.add(at - headerStart);
                ends.add(end - headerStart);
            }
            at = end + 1;
        }
    }

    /** Whether a line is a row, whose cells are told then. */
    private boolean row(TableHeader header, int lineStart, int lineEnd, Consumer<TableCell> sink) {
        List<TableCell> told = new ArrayList<>();
        int to = lineEnd;
        for (int column = names.size() - 1; column >= 0; column--) {
            TableCell cell = cell(column, lineStart, to);
            if (cell == null) {
                return false;
            }
            String written = text.substring(cell.start(), cell.end());
            if (TableHeader.isColumn(written)) {
                return false;
            }
            if (!header.label(column).isEmpty() && !TableHeader.isNothing(written)) {
                told.add(new TableCell(header.label(column), cell.start(), cell.end()));
            }
            to = cell.start();
        }
        told.forEach(sink);
        return true;
    }

    /** The cell of a column up to where the next one begins; null where none stands below its name. */
    private @Nullable TableCell cell(int column, int lineStart, int to) {
        int end = to;
        while (end > lineStart && text.charAt(end - 1) <= ' ') {
            end--;
        }
        int start = lineStart + starts.get(column);
        if (start < end && text.charAt(start) > ' ' && (start == lineStart || text.charAt(start - 1) == ' ')) {
            return new TableCell("", start, end);
        }
        if (end != lineStart + ends.get(column)) {
            return null;
        }
        int from = end;
        while (from > lineStart && text.charAt(from - 1) > ' ') {
            from--;
        }
        return new TableCell("", from, end);
    }
}
