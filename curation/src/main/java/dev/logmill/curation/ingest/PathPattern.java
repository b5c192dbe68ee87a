package dev.logmill.curation.ingest;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A source's path: folders up to the first wildcard, then a pattern.
 *
 * <p>Within one folder or file name {@code *} stands for any characters, {@code ?} for one and {@code {date}} for
 * {@code yyyy-MM-dd}; {@code **} as a whole segment stands for any number of folders, none included. Matching is by
 * hand and linear in the name: a hostile name costs no more than a plain one.
 */
public record PathPattern(String base, List<String> segments) implements Serializable {
    private static final String DATE = "{date}";
    private static final int DATE_LENGTH = "yyyy-MM-dd".length();

    public PathPattern {
        segments = List.copyOf(segments);
    }

    /** The pattern of a path such as {@code logs/gateway/{date}/*.jsonl.gz}. */
    public static PathPattern of(String path) {
        List<String> parts = new ArrayList<>(Arrays.asList(path.split("/", -1)));
        int fixed = 0;
        while (fixed < parts.size() - 1 && !isPattern(parts.get(fixed))) {
            fixed++;
        }
        return new PathPattern(String.join("/", parts.subList(0, fixed)), parts.subList(fixed, parts.size()));
    }

    /** Whether paths of this pattern tell a date. */
    public boolean dated() {
        return segments.stream().anyMatch(segment -> segment.contains(DATE));
    }

    /**
     * Whether a folder may hold matches, so that others are never listed.
     *
     * @param names folder names below {@link #base}
     * @param latest folders of later days are not wanted
     */
    public boolean mayDescend(List<String> names, LocalDate latest) {
        if (segments.contains("**")) {
            return true;
        }
        if (names.size() >= segments.size()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            Optional<Match> match = match(segments.get(i), names.get(i));
            if (match.isEmpty() || match.get().date().filter(latest::isBefore).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** The match of an object's names below {@link #base}; nothing where the pattern does not fit. */
    public Optional<Match> match(List<String> names) {
        return match(segments, names);
    }

    /** A match, with the day that it tells. */
    public record Match(Optional<LocalDate> date) {
        private Match or(Match other) {
            return date.isPresent() ? this : other;
        }
    }

    private static Optional<Match> match(List<String> segments, List<String> names) {
        if (segments.isEmpty()) {
            return names.isEmpty() ? Optional.of(new Match(Optional.empty())) : Optional.empty();
        }
        List<String> rest = segments.subList(1, segments.size());
        if (segments.get(0).equals("**")) {
            for (int skipped = 0; skipped <= names.size(); skipped++) {
                Optional<Match> match = match(rest, names.subList(skipped, names.size()));
                if (match.isPresent()) {
                    return match;
                }
            }
            return Optional.empty();
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return match(segments.get(0), names.get(0))
                .flatMap(first -> match(rest, names.subList(1, names.size())).map(first::or));
    }

    /** One segment against one name: greedy with one point of return, so linear in practice and quadratic at worst. */
    private static Optional<Match> match(String segment, String name) {
        int at = segment.indexOf(DATE);
        if (at < 0) {
            return glob(segment, name) ? Optional.of(new Match(Optional.empty())) : Optional.empty();
        }
        String before = segment.substring(0, at);
        String after = segment.substring(at + DATE.length());
        for (int start = 0; start + DATE_LENGTH <= name.length(); start++) {
            Optional<LocalDate> date = date(name.substring(start, start + DATE_LENGTH));
            if (date.isPresent()
                    && glob(before, name.substring(0, start))
                    && glob(after, name.substring(start + DATE_LENGTH))) {
                return Optional.of(new Match(date));
            }
        }
        return Optional.empty();
    }

    private static boolean glob(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))
                    && pattern.charAt(p) != '*') {
                p++;
                n++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static Optional<LocalDate> date(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dash = i == 4 || i == 7;
            if (dash ? c != '-' : c < '0' || c > '9') {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static boolean isPattern(String segment) {
        return segment.indexOf('*') >= 0 || segment.indexOf('?') >= 0 || segment.contains(DATE);
    }
}
