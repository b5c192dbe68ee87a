package dev.logmill.curation.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source's path: folders up to the first wildcard, then a pattern, segment by segment.
 *
 * <p>Within one folder or file name {@code *} stands for any characters and {@code ?} for one; {@code **} as a whole segment
 * stands for any number of folders, none included. {@code {date}} is {@code yyyy-MM-dd}; {@code {year}}, {@code {month}}
 * and {@code {day}} are its parts where a layout has them apart.
 *
 * @param written the path as it was written
 * @param base the folders before the first wildcard
 * @param segments what names below must look like
 */
public record PathPattern(String written, String base, List<NamePattern> segments) implements Serializable {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}/]*}");
    private static final String ACCEPTED = "accepted: *, ?, ** as a whole folder, {date} or {year}, {month} and {day}";

    private static final List<String> PARTS = List.of("{date}", "{year}", "{month}", "{day}");

    public PathPattern {
        segments = List.copyOf(segments);
    }

    /** The pattern of a path such as {@code logs/gateway/{date}/*.jsonl.gz}. */
    public static PathPattern of(String path) {
        List<String> parts = new ArrayList<>(Arrays.asList(path.split("/", -1)));
        int fixed = 0;
        while (fixed < parts.size() - 1 && !NamePattern.isPattern(parts.get(fixed))) {
            fixed++;
        }
        return new PathPattern(
                path,
                String.join("/", parts.subList(0, fixed)),
                parts.subList(fixed, parts.size()).stream().map(NamePattern::of).toList());
    }

    /** The same, made of a path that somebody wrote otherwise. */
    public PathPattern writtenAs(String path) {
        return new PathPattern(path, base, segments);
    }

    /** What is wrong with a path, and what would be right. */
    public static List<String> problems(String path) {
        List<String> problems = new ArrayList<>();
        Matcher placeholders = PLACEHOLDER.matcher(path);
        while (placeholders.find()) {
            if (DateParts.Part.at(placeholders.group(), 0).isEmpty()) {
                problems.add("%s is unknown; %s".formatted(placeholders.group(), ACCEPTED));
            }
        }
        for (String part : PARTS) {
            if (path.indexOf(part) != path.lastIndexOf(part)) {
                problems.add("%s stands twice; a path tells its day once, * takes the other".formatted(part));
            }
        }
        int apart = 0;
        for (String part : PARTS.subList(1, PARTS.size())) {
            apart += path.contains(part) ? 1 : 0;
        }
        boolean whole = path.contains("{date}");
        if (apart % 3 != 0 || (apart > 0 && whole)) {
            problems.add("{date} alone, or {year}, {month} and {day} together, tell a date");
        }
        return problems;
    }

    /** Whether paths of this pattern tell a date. */
    public boolean dated() {
        return segments.stream().anyMatch(NamePattern::dated);
    }

    /**
     * Whether a folder may hold matches, so that others are never listed.
     *
     * @param names folder names below {@link #base}
     * @param latest folders of later days are not wanted
     */
    public boolean mayDescend(List<String> names, LocalDate latest) {
        if (segments.stream().anyMatch(NamePattern::anyFolders)) {
            return true;
        }
        if (names.size() >= segments.size()) {
            return false;
        }
        DateParts told = DateParts.NONE;
        for (int i = 0; i < names.size(); i++) {
            Optional<DateParts> match = segments.get(i).match(names.get(i), told);
            if (match.isEmpty()) {
                return false;
            }
            told = match.get();
        }
        return !told.isAfter(latest);
    }

    /** The match of an object's names below {@link #base}; nothing where the pattern does not fit. */
    public Optional<Match> match(List<String> names) {
        return match(segments, names, DateParts.NONE)
                .filter(DateParts::isPossible)
                .map(parts -> new Match(parts.date()));
    }

    /** A match, with the day that it tells. */
    public record Match(Optional<LocalDate> date) {}

    private static Optional<DateParts> match(List<NamePattern> segments, List<String> names, DateParts told) {
        if (segments.isEmpty()) {
            return names.isEmpty() ? Optional.of(told) : Optional.empty();
        }
        List<NamePattern> rest = segments.subList(1, segments.size());
        if (segments.get(0).anyFolders()) {
            for (int skipped = 0; skipped <= names.size(); skipped++) {
                Optional<DateParts> match = match(rest, names.subList(skipped, names.size()), told);
                if (match.isPresent()) {
                    return match;
                }
            }
            return Optional.empty();
        }
        return names.isEmpty()
                ? Optional.empty()
                : segments.get(0)
                        .match(names.get(0), told)
                        .flatMap(first -> match(rest, names.subList(1, names.size()), first));
    }
}
