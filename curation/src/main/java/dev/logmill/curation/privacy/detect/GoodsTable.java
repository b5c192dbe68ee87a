package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Tables of products in a text: lines below a header such as {@code sku,name,price}, up to one with fewer cells. */
final class GoodsTable {
    private static final int LONGEST_HEADER = 400;
    private static final int LEAST = 3;
    private static final String SEPARATORS = "|\t;,";

    /** A column has more names than one: that it is called as things are is not asked. */
    private static final String ANY_THING = "any thing";

    /** Any such header has one of these, however it is written. */
    private static final List<String> SIGNS = List.of("sku", "price", "ean", "gtin", "upc", "stock", "barcode", "msrp");

    /** Where each begins and ends, in turn. */
    private final List<Integer> bounds = new ArrayList<>(0);

    /** Those of a text, in order. */
    static GoodsTable in(String text) {
        GoodsTable tables = new GoodsTable();
        int start = 0;
        while (start < text.length()) {
            int end = TableLines.lineEnd(text, start);
            char separator = separator(text, start, end);
            int next = end + 1;
            if (separator != 0 && isHeader(text.substring(start, end), separator)) {
                next = rows(text, start, end, separator);
                tables.bounds.add(start);
                tables.bounds.add(next);
            }
            start = next;
        }
        return tables;
    }

    /** Whether an index is in one. */
    boolean has(int index) {
        int place = Collections.binarySearch(bounds, index);
        int begun = place < 0 ? -place - 1 : place + 1;
        // One may begin where another ends.
        return begun % 2 == 1 || (place >= 0 && begun < bounds.size() && bounds.get(begun) == index);
    }

    /** What parts the cells of a line that may be a header; 0 where it can be none. */
    private static char separator(String text, int start, int end) {
        for (int i = 0; i < SEPARATORS.length() && end - start <= LONGEST_HEADER; i++) {
            if (cells(text, start, end, SEPARATORS.charAt(i)) >= LEAST) {
                return SEPARATORS.charAt(i);
            }
        }
        return 0;
    }

    private static int cells(String text, int start, int end, char separator) {
        int cells = 1;
        for (int i = start; i < end; i++) {
            cells += text.charAt(i) == separator ? 1 : 0;
        }
        return cells;
    }

    private static boolean isHeader(String line, char separator) {
        String small = line.toLowerCase(Locale.ROOT);
        if (SIGNS.stream().noneMatch(small::contains)) {
            return false;
        }
        List<String> keys = new ArrayList<>();
        boolean named = false;
        int from = 0;
        while (from <= line.length()) {
            int to = line.indexOf(separator, from);
            int end = to < 0 ? line.length() : to;
            String cell = line.substring(from, end).replace("\"", "").strip();
            named |= GoodsKeys.mayName(cell) || GoodsKeys.isNameOfGoods(cell);
            keys.add(GoodsKeys.told(cell, ""));
            from = end + 1;
        }
        return named && GoodsKeys.areOf(keys, ANY_THING);
    }

    /** Index behind the last row. */
    private static int rows(String text, int headerStart, int headerEnd, char separator) {
        int cells = cells(text, headerStart, headerEnd, separator);
        int end = headerEnd;
        while (end < text.length()) {
            int last = TableLines.lineEnd(text, end + 1);
            if (end + 1 >= text.length() || cells(text, end + 1, last, separator) < cells) {
                break;
            }
            end = last;
        }
        return end + 1;
    }
}
