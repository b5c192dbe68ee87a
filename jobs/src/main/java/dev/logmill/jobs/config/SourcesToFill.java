package dev.logmill.jobs.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The line {@code sources: []} that {@code logmill init} writes, filled as people fill it: with sources pasted below it, or with a
 * block of them at the file's end. YAML takes neither beside an empty list.
 */
final class SourcesToFill {
    private static final String KEY = "sources:";

    private SourcesToFill() {}

    /** The text of a configuration without such a line's empty list where it is filled; lines keep their numbers. */
    static String filled(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        List<Integer> keys = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith(KEY))
                .boxed()
                .toList();
        List<Integer> empty = keys.stream().filter(i -> isEmpty(lines.get(i))).toList();
        if (empty.size() != 1 || keys.size() > 2) {
            return text;
        }
        int line = empty.get(0);
        String instead = keys.size() == 2 ? "" : holdsItems(lines, line + 1) ? KEY : lines.get(line);
        return IntStream.range(0, lines.size())
                .mapToObj(i -> i == line ? instead : lines.get(i))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isEmpty(String line) {
        int comment = line.indexOf('#');
        String value = line.substring(KEY.length(), comment < 0 ? line.length() : comment);
        return value.replace(" ", "").strip().equals("[]");
    }

    private static boolean holdsItems(List<String> lines, int from) {
        return lines.stream()
                .skip(from)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .filter(line -> line.startsWith("- "))
                .isPresent();
    }
}
