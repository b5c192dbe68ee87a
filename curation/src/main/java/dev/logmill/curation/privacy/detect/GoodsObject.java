package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;

/** The object of JSON in a text whose "name" is that of a thing, as its other keys tell: see {@link GoodsKeys}. */
final class GoodsObject {
    private static final int LONGEST_NAME = 80;
    private static final int REACH = 800;

    private GoodsObject() {}

    /** Whether the name that begins at an index stands in the name of one. */
    static boolean isNamed(String text, int start) {
        int value = start;
        while (value > 0
                && start - value < LONGEST_NAME
                && text.charAt(value - 1) != '"'
                && text.charAt(value - 1) >= ' ') {
            value--;
        }
        if (value == 0 || text.charAt(value - 1) != '"') {
            return false;
        }
        String key = KeyBefore.of(text, value);
        if (GoodsKeys.isNameOfGoods(key)) {
            return true;
        }
        int open = GoodsKeys.mayName(key) ? open(text, value) : -1;
        if (open < 0) {
            return false;
        }
        int end = quote(text, value);
        int last = end > 0 && text.charAt(end - 1) == '\\' ? end - 1 : end;
        return GoodsKeys.areOf(keys(text, open + 1), text.substring(value, Math.max(value, last)));
    }

    /** The brace that opens the object around an index; -1 where none is near. */
    private static int open(String text, int index) {
        int depth = 0;
        for (int i = index - 1; i >= 0 && index - i < REACH; i--) {
            char c = text.charAt(i);
            depth += c == '}' ? 1 : 0;
            if (c == '{') {
                if (depth == 0) {
                    return i;
                }
                depth--;
            }
        }
        return -1;
    }

    /** Those of the object that begins here, and of no other within. */
    private static List<String> keys(String text, int from) {
        List<String> keys = new ArrayList<>();
        int depth = 0;
        int most = Math.min(text.length(), from + 2 * REACH);
        int i = from;
        while (i < most && depth >= 0) {
            char c = text.charAt(i);
            if (c == '"') {
                int end = quote(text, i + 1);
                int behind = end + 1;
                while (behind < text.length() && text.charAt(behind) == ' ') {
                    behind++;
                }
                if (depth == 0 && behind < text.length() && text.charAt(behind) == ':') {
                    keys.add(GoodsKeys.told(text.substring(i + 1, end).replace("\\", ""), value(text, behind + 1)));
                }
                i = end;
            }
            depth += c == '{' || c == '[' ? 1 : 0;
            depth -= c == '}' || c == ']' ? 1 : 0;
            i++;
        }
        return keys;
    }

    /** The text in quotes that stands from an index on. */
    private static String value(String text, int from) {
        int start = from;
        while (start < text.length() && " \\\"".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start, Math.min(quote(text, start), Math.min(text.length(), start + LONGEST_NAME)))
                .replace("\\", "");
    }

    private static int quote(String text, int from) {
        int quote = text.indexOf('"', from);
        return quote < 0 ? text.length() : quote;
    }
}
