package dev.logmill.jobs.sniff;

import dev.logmill.curation.ingest.PathPattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An object's name as a pattern with the date that it tells: {@code events-2026-03-01.jsonl} as {@code events-{date}.jsonl},
 * {@code 2026/03/01/x.json} as {@code {year}/{month}/{day}/*.json}.
 *
 * @param exact with the words around the date, where they have no digits
 * @param loose with any words there
 */
record DatedPath(String exact, String loose, LocalDate date) {
    /** A year, a month and a day, in one run of digits, where a time may follow, or apart, also in folders of their own. */
    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)(20\\d\\d)(?:(\\D{1,8})([01]\\d)(\\D{1,8})([0-3]\\d)(?!\\d)|([01]\\d)([0-3]\\d)(?=(?:\\d{4}|\\d{6})?(?!\\d)))");

    private static final Pattern NO_WORD = Pattern.compile(".*[\\d*?{}].*");

    /** The pattern of all names, where each of them tells a day, in one way, by which that pattern finds it again. */
    static Optional<String> of(List<String> names) {
        List<DatedPath> dated =
                names.stream().flatMap(name -> dated(name).stream()).toList();
        return dated.size() < names.size()
                ? Optional.empty()
                : shared(dated, DatedPath::exact)
                        .or(() -> shared(dated, DatedPath::loose))
                        .filter(pattern -> findsAgain(pattern, names, dated));
    }

    /** A name without the first date that stands in it. */
    static String without(String name) {
        return date(name)
                .map(found -> name.substring(0, found.start()) + name.substring(found.end()))
                .orElse(name);
    }

    private static Optional<String> shared(List<DatedPath> dated, Function<DatedPath, String> form) {
        Set<String> forms = dated.stream().map(form).collect(Collectors.toCollection(HashSet::new));
        return forms.size() == 1 ? Optional.of(forms.iterator().next()) : Optional.empty();
    }

    private static boolean findsAgain(String written, List<String> names, List<DatedPath> dated) {
        PathPattern pattern = PathPattern.of(written);
        for (int i = 0; i < names.size(); i++) {
            Optional<LocalDate> found =
                    pattern.match(Arrays.asList(names.get(i).split("/", -1))).flatMap(PathPattern.Match::date);
            if (!found.equals(Optional.of(dated.get(i).date()))) {
                return false;
            }
        }
        return PathPattern.problems(written).isEmpty();
    }

    private static Optional<DatedPath> dated(String name) {
        return date(name).map(found -> {
            String before = name.substring(0, found.start());
            String after = name.substring(found.end());
            int folder = before.lastIndexOf('/') + 1;
            int next = after.indexOf('/');
            String rest = next < 0 ? "" : shape(after.substring(next + 1));
            String behind = next < 0 ? after : after.substring(0, next);
            int dot = next < 0 && behind.indexOf('.') >= 0 ? behind.indexOf('.') : behind.length();
            String folders =
                    "*/".repeat((int) before.chars().filter(c -> c == '/').count());
            String word = behind.substring(0, dot);
            String end = behind.substring(dot) + (next < 0 ? "" : "/" + rest);
            return new DatedPath(
                    folders + exactly(before.substring(folder)) + form(found) + exactly(word) + end,
                    folders + "*" + form(found) + "*" + end,
                    day(found).orElseThrow());
        });
    }

    private static String exactly(String word) {
        return NO_WORD.matcher(word).matches() ? "*" : word;
    }

    private static String form(MatchResult found) {
        if (found.group(2) == null) {
            return "{year}{month}{day}";
        }
        return found.group(2).equals("-") && found.group(4).equals("-")
                ? "{date}"
                : "{year}" + found.group(2) + "{month}" + found.group(4) + "{day}";
    }

    private static Optional<MatchResult> date(String name) {
        Matcher dates = DATE.matcher(name);
        while (dates.find()) {
            if (day(dates).isPresent()) {
                return Optional.of(dates.toMatchResult());
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(MatchResult found) {
        boolean apart = found.group(2) != null;
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(apart ? 3 : 6)),
                    Integer.parseInt(found.group(apart ? 5 : 7))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Any folders, and any file of this ending. */
    static String shape(String name) {
        int file = name.lastIndexOf('/') + 1;
        int dot = name.indexOf('.', file + 1);
        return "*/".repeat((int) name.chars().filter(c -> c == '/').count())
                + "*"
                + (dot < 0 ? "" : name.substring(dot));
    }
}
