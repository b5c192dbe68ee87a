package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A key that a database says is there already, or is not there: {@code Key (last_name, dob)=(Doe, 1980-05-03) already exists}. */
final class SqlKey {
    private static final int LONGEST = 400;
    private static final String BETWEEN = ")=(";

    private SqlKey() {}

    /** Tells the values of the key whose columns begin here, as a row; the index behind them. */
    static int read(String text, int columnsStart, Consumer<SqlRows.Row> sink) {
        int most = Math.min(text.length(), columnsStart + LONGEST);
        int between = text.substring(columnsStart, most).indexOf(BETWEEN) + columnsStart;
        if (between < columnsStart) {
            return columnsStart;
        }
        int start = between + BETWEEN.length();
        int end = text.substring(start, most).indexOf(')') + start;
        if (end < start) {
            return columnsStart;
        }
        List<String> columns = new ArrayList<>();
        parts(text, columnsStart, between)
                .forEach(part ->
                        columns.add(text.substring(part.start(), part.end()).replaceAll("\\W", "")));
        List<SqlRows.Value> values = parts(text, start, end);
        if (columns.size() == values.size()) {
            sink.accept(new SqlRows.Row("", columns, values));
        }
        return end;
    }

    private static List<SqlRows.Value> parts(String text, int from, int to) {
        List<SqlRows.Value> parts = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == ',') {
                int first = start + (start < i && text.charAt(start) == ' ' ? 1 : 0);
                parts.add(new SqlRows.Value(first, i, i > first));
                start = i + 1;
            }
        }
        return parts;
    }
}
