package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows that one INSERT of SQL puts into a table: VALUES (1, 'Jane', NULL), (2, 'Joe', 'x'); read once from its start to its
 * end. So are those of a COPY in a dump of PostgreSQL, and the one key that it tells of where a row is there already.
 */
final class SqlRows {
    private static final int MOST_COLUMNS = 256;
    private static final String COPIED = "from stdin";

    /**
     * A row.
     *
     * @param columns the names of the columns; empty where the statement has none
     * @param values the values, without their quotes
     */
    record Row(String table, List<String> columns, List<Value> values) {}

    /**
     * A value of a row.
     *
     * @param start index of its first char, behind its quote
     * @param quoted whether it is a text
     */
    record Value(int start, int end, boolean quoted) {}

    private final String text;
    private int at;

    private SqlRows(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Tells the rows of the statement whose table's name begins here; the index behind them. */
    static int read(String text, int tableStart, Consumer<Row> sink) {
        SqlRows rows = new SqlRows(text, tableStart);
        rows.read(sink);
        return rows.at;
    }

    private void read(Consumer<Row> sink) {
        String table = name();
        skip();
        List<String> columns = isAt('(') ? columns() : List.of();
        skip();
        if (text.regionMatches(true, at, COPIED, 0, COPIED.length()) && !columns.isEmpty()) {
            at = SqlCopy.read(text, TableLines.lineEnd(text, at), new Row(table, columns, List.of()), sink);
            return;
        }
        if (table.isEmpty() || !text.regionMatches(true, at, "values", 0, "values".length())) {
            return;
        }
        at += "values".length();
        skip();
        while (isAt('(')) {
            List<Value> values = values();
            if (values.isEmpty()) {
                return;
            }
            sink.accept(new Row(table, columns, values));
            skip();
            if (!isAt(',')) {
                return;
            }
            at++;
            skip();
        }
    }

    /** A name, the last part of it where dots join several, without what quotes it. */
    private String name() {
        skip();
        int last = at;
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_.`\"[]".indexOf(text.charAt(at)) >= 0)) {
            if (text.charAt(at) == '.') {
                last = at + 1;
            }
            at++;
        }
        return at == start ? "" : text.substring(last, at).replaceAll("[`\"\\[\\]]", "");
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        do {
            at++;
            columns.add(name());
            skip();
        } while (isAt(',') && columns.size() < MOST_COLUMNS);
        boolean closed = isAt(')') && !columns.contains("");
        at += closed ? 1 : 0;
        return closed ? columns : List.of();
    }

    /** The values of a row up to its closing bracket; none where it has none. */
    private List<Value> values() {
        List<Value> values = new ArrayList<>();
        do {
            at++;
            skip();
            values.add(value());
            skip();
        } while (isAt(',') && values.size() < MOST_COLUMNS);
        boolean closed = isAt(')');
        at += closed ? 1 : 0;
        return closed ? values : List.of();
    }

    private Value value() {
        // N'...' and E'...' are texts, too.
        if (at + 1 < text.length() && "NnEe".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == '\'') {
            at++;
        }
        int start = at;
        if (!isAt('\'') && !isAt('"')) {
            plain();
            return new Value(start, at, false);
        }
        char quote = text.charAt(at++);
        while (at < text.length()
                && !(text.charAt(at) == quote && !(at + 1 < text.length() && text.charAt(at + 1) == quote))) {
            at += text.charAt(at) == '\\' || text.charAt(at) == quote ? 2 : 1;
        }
        at = Math.min(at, text.length());
        Value value = new Value(start + 1, at, true);
        at = Math.min(at + 1, text.length());
        return value;
    }

    /** A number, NULL, or a function with its brackets. */
    private void plain() {
        int open = 0;
        while (at < text.length() && (open > 0 || ",) \n".indexOf(text.charAt(at)) < 0)) {
            open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            at++;
        }
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
