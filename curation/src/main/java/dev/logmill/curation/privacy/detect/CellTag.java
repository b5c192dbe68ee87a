package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** A tag around a label or its value, which says nothing of either: {@code <dt>Date of birth</dt><dd>1979-08-23</dd>}. */
final class CellTag {
    private static final int LONGEST = 40;
    private static final Set<String> CELLS =
            Set.of("td", "th", "tr", "dt", "dd", "b", "i", "strong", "span", "label", "em", "p", "div", "li", "br");

    private CellTag() {}

    /** Index after the tag that begins here; the index itself where none does. */
    static int end(String text, int index, int to) {
        int start = index + (text.startsWith("</", index) ? 2 : 1);
        int name = start;
        while (name < to && name - start < LONGEST && Letters.isAsciiLetter(text.charAt(name))) {
            name++;
        }
        if (name == start || name == to || !CELLS.contains(text.substring(start, name))) {
            return index;
        }
        int close = name;
        while (close < to && close - name < LONGEST && text.charAt(close) != '>' && text.charAt(close) != '<') {
            close++;
        }
        return close < to && text.charAt(close) == '>' ? close + 1 : index;
    }
}
