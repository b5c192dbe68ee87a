package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.PathPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Paths that take some names and none of others: by a date in them, their depth and ending, the folder that they share, or how
 * all of them begin.
 *
 * @param others names that must not be taken
 */
record PathsApart(List<String> others) {
    private static final int MOST_PATHS = 5;

    PathsApart {
        others = List.copyOf(others);
    }

    /** One path for all of the names, else one for each of their folders; none where there are no such. */
    List<String> of(List<String> names) {
        Optional<String> one = one(names);
        if (one.isPresent()) {
            return List.of(one.get());
        }
        Map<String, List<String>> folders =
                names.stream().collect(Collectors.groupingBy(PathsApart::folder, TreeMap::new, Collectors.toList()));
        List<String> paths =
                folders.values().stream().flatMap(some -> one(some).stream()).toList();
        return paths.size() == folders.size() && paths.size() <= MOST_PATHS ? paths : List.of();
    }

    private Optional<String> one(List<String> names) {
        return candidates(names).filter(path -> isApart(path, names)).findFirst();
    }

    private static Stream<String> candidates(List<String> names) {
        String folder = shared(names.stream().map(PathsApart::folder).toList());
        String common = folder.substring(0, folder.lastIndexOf('/') + 1);
        List<String> below =
                names.stream().map(name -> name.substring(common.length())).toList();
        List<String> candidates = new ArrayList<>();
        DatedPath.of(below).ifPresent(dated -> candidates.add(common + dated));
        DatedPath.of(names).ifPresent(candidates::add);
        same(below, DatedPath::shape).ifPresent(shape -> candidates.add(common + shape));
        same(names, PathsApart::ending).ifPresent(ending -> candidates.add(common + "**/*" + ending));
        begun(below).ifPresent(begun -> candidates.add(common + begun));
        if (!common.isEmpty()) {
            candidates.add(common + "**/*");
        }
        if (names.size() == 1) {
            candidates.add(names.get(0));
        }
        return candidates.stream();
    }

    /** Files of any folder by how their names begin, up to the first digit, and how they end. */
    private static Optional<String> begun(List<String> names) {
        String begin = shared(names.stream().map(PathsApart::file).toList()).replaceFirst("\\d.*", "");
        String end = same(names, PathsApart::ending).orElse("");
        String word = begin.endsWith(end) ? begin.substring(0, begin.length() - end.length()) : begin;
        String depth =
                same(names, name -> "*/".repeat(name.split("/", -1).length - 1)).orElse("**/");
        return word.isEmpty() ? Optional.empty() : Optional.of(depth + word + "*" + end);
    }

    private boolean isApart(String path, List<String> names) {
        return PathPattern.problems(path).isEmpty()
                && names.stream().allMatch(name -> takes(path, name))
                && others.stream().noneMatch(name -> takes(path, name));
    }

    private static boolean takes(String path, String name) {
        PathPattern pattern = PathPattern.of("/" + path);
        String base = pattern.base().isEmpty() ? "" : pattern.base() + "/";
        String whole = "/" + name;
        if (!whole.startsWith(base)) {
            return false;
        }
        String below = whole.substring(base.isEmpty() ? 1 : base.length());
        return pattern.match(Arrays.asList(below.split("/", -1))).isPresent();
    }

    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static String file(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String ending(String name) {
        String file = file(name);
        int dot = file.indexOf('.', 1);
        return dot < 0 ? "" : file.substring(dot);
    }

    private static Optional<String> same(List<String> names, Function<String, String> of) {
        List<String> told = names.stream().map(of).distinct().toList();
        return told.size() == 1 ? Optional.of(told.get(0)) : Optional.empty();
    }

    private static String shared(List<String> texts) {
        String shared = texts.get(0);
        for (String text : texts) {
            int same = 0;
            while (same < Math.min(shared.length(), text.length()) && shared.charAt(same) == text.charAt(same)) {
                same++;
            }
            shared = shared.substring(0, same);
        }
        return shared;
    }
}
