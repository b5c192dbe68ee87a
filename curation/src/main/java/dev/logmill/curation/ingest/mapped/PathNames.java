package dev.logmill.curation.ingest.mapped;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Parts of an object's path by name: in {@code outputs/{model}/F={giver}/**} the second segment is {@code model}. A
 * segment is plain text, or text with one name in it; {@code **} at the end takes the rest. A path that does not fit
 * names nothing.
 */
record PathNames(List<String> segments) implements Serializable {
    static PathNames of(String template) {
        return new PathNames(List.of(template.split("/", -1)));
    }

    static boolean isWellFormed(String template) {
        return List.of(template.split("/", -1)).stream().allMatch(PathNames::isSegment);
    }

    private static boolean isSegment(String segment) {
        int open = segment.indexOf('{');
        int close = segment.indexOf('}');
        boolean none = open < 0 && close < 0;
        return none
                || (open >= 0
                        && close > open + 1
                        && open == segment.lastIndexOf('{')
                        && close == segment.lastIndexOf('}'));
    }

    /** The names that the template gives. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String segment : segments) {
            int open = segment.indexOf('{');
            int close = segment.indexOf('}', open + 1);
            if (open >= 0 && close >= 0) {
                names.add(segment.substring(open + 1, close));
            }
        }
        return names;
    }

    Map<String, String> in(String path) {
        List<String> parts = List.of(path.split("/", -1));
        boolean open = !segments.isEmpty() && segments.get(segments.size() - 1).equals("**");
        int fixed = open ? segments.size() - 1 : segments.size();
        if (parts.size() < fixed || (!open && parts.size() != fixed)) {
            return Map.of();
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < fixed; i++) {
            if (!name(segments.get(i), parts.get(i), names)) {
                return Map.of();
            }
        }
        return names;
    }

    /** A path that fits, with the parts of these names replaced. */
    String replaced(String path, Set<String> names, UnaryOperator<String> replacement) {
        String[] parts = path.split("/", -1);
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            int open = segment.indexOf('{');
            int close = segment.indexOf('}', open + 1);
            if (open >= 0 && close >= 0 && names.contains(segment.substring(open + 1, close))) {
                int end = parts[i].length() - (segment.length() - close - 1);
                parts[i] = parts[i].substring(0, open)
                        + replacement.apply(parts[i].substring(open, end))
                        + parts[i].substring(end);
            }
        }
        return String.join("/", parts);
    }

    private static boolean name(String segment, String part, Map<String, String> names) {
        int open = segment.indexOf('{');
        int close = segment.indexOf('}', open + 1);
        if (open < 0 || close < 0) {
            return segment.equals("*") || segment.equals(part);
        }
        String before = segment.substring(0, open);
        String after = segment.substring(close + 1);
        boolean fits =
                part.length() >= before.length() + after.length() && part.startsWith(before) && part.endsWith(after);
        if (fits) {
            names.put(
                    segment.substring(open + 1, close),
                    part.substring(before.length(), part.length() - after.length()));
        }
        return fits;
    }
}
