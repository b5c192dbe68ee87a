package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Optional;

/**
 * What a label in XML or HTML says of a value: the name of an element or an attribute, or what a cell, a term or bold letters hold
 * before it. {@code <ns1:LastName>Khumalo</ns1:LastName>}, {@code <contact lastName="Khumalo"/>}, {@code <td>Last name</td><td>Khumalo</td>},
 * {@code <b>Last name:</b> Khumalo}.
 */
final class MarkupField {
    private static final int LONGEST_KEY = 32;
    private static final int LONGEST_TAG = 120;
    private static final int LONGEST_VALUE = 80;
    private static final int REACH = 300;

    /** Elements of one label or value. */
    private static final List<String> CELLS = List.of(
            "td", "th", "dt", "dd", "b", "strong", "span", "label", "em", "p", "div", "li", "key", "string", "name",
            "value");

    private final String text;

    private MarkupField(String text) {
        this.text = text;
    }

    /** The value that a label which ends at an index is of; empty where none is. */
    static Optional<TableCell> at(String text, int end) {
        if (end >= text.length()) {
            return Optional.empty();
        }
        MarkupField field = new MarkupField(text);
        return switch (text.charAt(end)) {
            case '>', ' ' -> field.element(end);
            case '=' -> field.attribute(end);
            case '"', '\'' -> field.named(end);
            case ':', '<' -> field.cell(end);
            default -> Optional.empty();
        };
    }

    /** Where the name of an element or attribute begins that ends at an index. */
    private int nameStart(int end) {
        int start = end;
        while (start > 0
                && end - start < LONGEST_KEY
                && (Letters.isWord(text.charAt(start - 1)) || "-.:".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }

    /** {@code <FirstName>Naledi</FirstName>}, {@code <given value="Naledi"/>} as FHIR has it. */
    private Optional<TableCell> element(int end) {
        int start = nameStart(end);
        if (start == 0 || start == end || text.charAt(start - 1) != '<') {
            return Optional.empty();
        }
        String key = text.substring(start, end);
        String name = key.substring(key.indexOf(':') + 1);
        int close = text.charAt(end) == '>' ? end : indexOf('>', end, LONGEST_TAG);
        if (close < 0) {
            return Optional.empty();
        }
        if (text.startsWith(" value=\"", end)) {
            int from = end + " value=\"".length();
            return value(name, from, indexOf('"', from, LONGEST_VALUE));
        }
        return text.charAt(close - 1) == '/' ? Optional.empty() : content(name, close + 1);
    }

    /** {@code lastName="Khumalo"}, within a tag. */
    private Optional<TableCell> attribute(int end) {
        boolean quoted = end + 1 < text.length() && "\"'".indexOf(text.charAt(end + 1)) >= 0;
        int start = nameStart(end);
        if (!quoted || start == 0 || !Character.isWhitespace(text.charAt(start - 1)) || !isWithinTag(start)) {
            return Optional.empty();
        }
        return value(text.substring(start, end), end + 2, indexOf(text.charAt(end + 1), end + 2, LONGEST_VALUE));
    }

    /** {@code <field name="lastName" value="Khumalo"/>}, {@code <property name="lastName">Khumalo</property>}. */
    private Optional<TableCell> named(int end) {
        int start = nameStart(end);
        boolean attribute = start > 1 && text.charAt(start - 1) == text.charAt(end) && text.charAt(start - 2) == '=';
        int close = attribute && isWithinTag(start) ? indexOf('>', end, LONGEST_TAG) : -1;
        if (close < 0) {
            return Optional.empty();
        }
        String key = text.substring(start, end);
        String value = " value=" + text.charAt(end);
        int from = text.substring(end, close).indexOf(value);
        if (from >= 0) {
            int first = end + from + value.length();
            return value(key, first, indexOf(text.charAt(end), first, LONGEST_VALUE));
        }
        return text.charAt(close - 1) == '/' ? Optional.empty() : content(key, close + 1);
    }

    private boolean isWithinTag(int index) {
        for (int i = index - 1; i >= 0 && index - i < REACH; i--) {
            char c = text.charAt(i);
            if (c == '>' || c == '<') {
                return c == '<' && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
            }
        }
        return false;
    }

    /** A label that fills an element, and what is in the element behind, or in the text behind. */
    private Optional<TableCell> cell(int end) {
        int start = end;
        while (start > 0
                && end - start < LONGEST_KEY
                && (Letters.isWord(text.charAt(start - 1)) || " -".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        int closing = text.charAt(end) == ':' ? end + 1 : end;
        int close = text.startsWith("</", closing) ? indexOf('>', closing, LONGEST_KEY) : -1;
        if (start == 0 || start == end || text.charAt(start - 1) != '>' || close < 0 || !isCell(closing + 2)) {
            return Optional.empty();
        }
        int behind = spaceEnd(text.startsWith(":", close + 1) ? close + 2 : close + 1);
        String key = text.substring(start, end).strip();
        if (text.startsWith("<", behind) && !text.startsWith("</", behind)) {
            int inner = isCell(behind + 1) ? indexOf('>', behind, LONGEST_TAG) : -1;
            return inner < 0 ? Optional.empty() : content(key, inner + 1);
        }
        boolean signed = closing > end || text.startsWith(":", close + 1);
        return signed ? value(key, behind, textEnd(behind)) : Optional.empty();
    }

    private boolean isCell(int name) {
        return CELLS.stream()
                .anyMatch(cell -> text.startsWith(cell, name)
                        && name + cell.length() < text.length()
                        && !Letters.wordAt(text, name + cell.length()));
    }

    /** Up to the closing tag, without white space around. */
    private Optional<TableCell> content(String key, int from) {
        int start = spaceEnd(from);
        int end = textEnd(start);
        int close = spaceEnd(end);
        return text.startsWith("</", close) ? value(key, start, end) : Optional.empty();
    }

    /** The end of a text within a line, before the next tag. */
    private int textEnd(int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST_VALUE && "<\n\r".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private int spaceEnd(int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_KEY && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int indexOf(char c, int from, int most) {
        int last = Math.min(text.length(), from + most);
        for (int i = from; i < last; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<TableCell> value(String key, int start, int end) {
        return end > start ? Optional.of(new TableCell(key, start, end)) : Optional.empty();
    }
}
