package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** The line below a header that tells of each column what type it has, as polars, DuckDB and R print it: {@code <chr> <date>}. */
final class TableTypes {
    private static final Set<String> TYPES = Phrases.of(
            "str|string|utf8|varchar|text|char|chr|fct|ord|lgl|int|integer|bigint|int8|int16|int32|int64|i8|i16|i32|i64"
                    + "|u8|u16|u32|u64|uint8|uint32|uint64|f32|f64|float|float32|float64|double|dbl|num|numeric|decimal|date|datetime"
                    + "|dttm|time|timestamp|bool|boolean|cat|enum|object|list|uuid|json|hugeint|null|binary|blob");

    private TableTypes() {}

    /** Whether a line holds nothing but types and what parts them. */
    static boolean isRow(String line) {
        boolean any = false;
        int at = 0;
        while (at < line.length()) {
            if (!Letters.isAsciiLetter(line.charAt(at))) {
                if (Letters.isDigit(line.charAt(at))) {
                    return false;
                }
                at++;
                continue;
            }
            int end = at;
            while (Letters.wordAt(line, end)) {
                end++;
            }
            if (!TYPES.contains(line.substring(at, end).toLowerCase(Locale.ROOT))) {
                return false;
            }
            any = true;
            at = unitEnd(line, end);
        }
        return any;
    }

    /** Behind what stands in brackets: datetime[ns]. */
    private static int unitEnd(String line, int end) {
        int close = line.startsWith("[", end) ? line.indexOf(']', end) : -1;
        return close < 0 ? end : close + 1;
    }
}
