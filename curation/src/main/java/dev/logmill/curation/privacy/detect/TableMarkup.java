package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A table of HTML, from its first header cell on: {@code <tr><th>Name</th>...</tr><tr><td>...</td>...</tr>}. */
final class TableMarkup {
    private final String text;
    private final Consumer<TableCell> sink;
    private final List<String> names = new ArrayList<>();
    private final List<TableCell> row = new ArrayList<>();

    private TableMarkup(String text, Consumer<TableCell> sink) {
        this.text = text;
        this.sink = sink;
    }

    /** Tells the cells below the header whose first tag begins here; the index behind the table. */
    static int read(String text, int start, Consumer<TableCell> sink) {
        return new TableMarkup(text, sink).read(start);
    }

    private int read(int start) {
        TableHeader header = null;
        int at = start;
        while (at >= 0 && at < text.length() && !isTag(at, "/table")) {
            int behind = text.indexOf('>', at) + 1;
            if (behind == 0) {
                return text.length();
            }
            int next = text.indexOf('<', behind);
            int end = next < 0 ? text.length() : next;
            if (isTag(at, "th") && header == null) {
                names.add(text.substring(behind, end).strip());
            } else if (isTag(at, "td") || isTag(at, "th")) {
                row.add(new TableCell("", behind, end));
            } else if (isTag(at, "tr")) {
                header = header == null ? TableHeader.of(names) : header;
                row(header);
            }
            at = next;
        }
        row(header == null ? TableHeader.of(names) : header);
        return at < 0 ? text.length() : at + 1;
    }

    /** Tells the row before, where it has a cell for each column. */
    private void row(TableHeader header) {
        if (row.size() == header.size()) {
            for (int column = 0; column < row.size(); column++) {
                TableCell cell = row.get(column);
                String value = text.substring(cell.start(), cell.end());
                if (!header.label(column).isEmpty() && !TableHeader.isNothing(value.strip())) {
                    int from =
                            cell.start() + value.length() - value.stripLeading().length();
                    sink.accept(new TableCell(
                            header.label(column), from, from + value.strip().length()));
                }
            }
        }
        row.clear();
    }

    private boolean isTag(int at, String name) {
        int end = at + 1 + name.length();
        return text.regionMatches(true, at + 1, name, 0, name.length())
                && end < text.length()
                && !Character.isLetterOrDigit(text.charAt(end));
    }
}
