package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The rows of a dump of PostgreSQL, a line each with tabs between its values, up to a line with {@code \\.} alone. */
final class SqlCopy {
    private static final String NULL = "\\N";

    private SqlCopy() {}

    /**
     * Tells the rows in the lines below a statement; the index behind them.
     *
     * @param statementEnd index of the end of the statement's line
     * @param head the table and its columns
     */
    static int read(String text, int statementEnd, SqlRows.Row head, Consumer<SqlRows.Row> sink) {
        int end = statementEnd;
        while (end < text.length()) {
            int start = end + 1;
            int last = TableLines.lineEnd(text, start);
            List<SqlRows.Value> values = values(text, start, last);
            if (values.size() != head.columns().size()) {
                break;
            }
            sink.accept(new SqlRows.Row(head.table(), head.columns(), values));
            end = last;
        }
        return end;
    }

    private static List<SqlRows.Value> values(String text, int lineStart, int lineEnd) {
        List<SqlRows.Value> values = new ArrayList<>();
        int start = lineStart;
        for (int i = lineStart; i <= lineEnd; i++) {
            if (i == lineEnd || text.charAt(i) == '\t') {
                boolean known = i > start && !text.substring(start, i).equals(NULL);
                values.add(new SqlRows.Value(start, i, known));
                start = i + 1;
            }
        }
        return values;
    }
}
