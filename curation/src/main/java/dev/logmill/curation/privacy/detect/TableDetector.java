package dev.logmill.curation.privacy.detect;

import java.util.function.Consumer;

/**
 * What stands in tables that have a header: the name of a column says of each of its cells what a JSON key does of its value.
 *
 * <p>Tables of lines are read by {@link TableLines}, those of HTML by {@link TableMarkup}.
 */
public final class TableDetector implements Detector {
    private final ColumnValues values = new ColumnValues();

    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        Consumer<TableCell> cells =
                cell -> values.under(cell.column(), text.substring(cell.start(), cell.end()), cell.start(), sink);
        Mentions.Places mentions = scan.mentions().of(Topic.COLUMN);
        int from = 0;
        for (int i = 0; i < mentions.count(); i++) {
            int end = mentions.end(i);
            if (end < from) {
                continue;
            }
            char last = text.charAt(end - 1);
            if (last == '>' || (last == ' ' && text.startsWith("<th", Math.max(0, end - 4)))) {
                from = TableMarkup.read(text, text.lastIndexOf('<', end), cells);
            } else {
                from = TableLines.read(text, Math.max(from, text.lastIndexOf('\n', end - 1) + 1), cells);
            }
        }
    }
}
