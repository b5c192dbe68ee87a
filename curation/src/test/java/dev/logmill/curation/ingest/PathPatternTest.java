package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 20);

    private static Optional<PathPattern.Match> match(String pattern, String object) {
        PathPattern path = PathPattern.of("/logs/" + pattern);
        List<String> base = Arrays.asList(path.base().split("/"));
        List<String> names = Arrays.asList(("/logs/" + object).split("/"));
        return names.size() < base.size() || !names.subList(0, base.size()).equals(base)
                ? Optional.empty()
                : path.match(names.subList(base.size(), names.size()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.jsonl              | a.jsonl",
                "*.jsonl              | .jsonl",
                "a?c.jsonl            | abc.jsonl",
                "*a*b*c*              | xxaxxbxxcxx",
                "**                   | a.jsonl",
                "**                   | x/y/z/a.jsonl",
                "**/*.jsonl           | a.jsonl",
                "**/*.jsonl           | x/y/a.jsonl",
                "x/**/y/*.jsonl       | x/y/a.jsonl",
                "x/**/y/*.jsonl       | x/1/2/y/a.jsonl",
                "**/y/**/*.gz         | x/y/y/z/a.gz",
                "plain.jsonl          | plain.jsonl",
                "a%2Fb*.jsonl         | a%2Fb1.jsonl",
                "a[1].jsonl           | a[1].jsonl",
                "a+b(c).jsonl         | a+b(c).jsonl"
            })
    void whatFits(String pattern, String object) {
        assertThat(match(pattern, object)).contains(new PathPattern.Match(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.jsonl              | a.jsonl.gz",
                "*.jsonl              | x/a.jsonl",
                "a?c.jsonl            | ac.jsonl",
                "x/**/y/*.jsonl       | x/a.jsonl",
                "*/*.jsonl            | a.jsonl",
                "a.jsonl              | aXjsonl",
                "{date}/*             | 2026-13-01/a",
                "{date}/*             | 2026-02-30/a",
                "{date}/*             | 2026-1-01/a",
                "{date}/*             | \u0662026-11-01/a",
                "{year}/{month}/{day}/* | 2026/11/31/a",
                "{year}/{month}/{day}/* | 2026/11/a",
                "dt={date}/*          | 2026-11-01/a"
            })
    void whatDoesNot(String pattern, String object) {
        assertThat(match(pattern, object)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{date}/*                            | 2026-11-01/a.jsonl            | 2026-11-01",
                "app-{date}.jsonl                    | app-2026-11-01.jsonl          | 2026-11-01",
                "*{date}*                            | x-2026-11-01T03.jsonl         | 2026-11-01",
                "**/dt={date}/**                     | eu/dt=2024-02-29/h=3/a.jsonl  | 2024-02-29",
                "{year}/{month}/{day}/*              | 2026/11/01/a.jsonl            | 2026-11-01",
                "year={year}/month={month}/day={day}/** | year=2026/month=11/day=01/a | 2026-11-01",
                "*-{year}{month}{day}.gz             | calls-20261101.gz             | 2026-11-01",
                "{day}.{month}.{year}/*              | 01.11.2026/a                  | 2026-11-01",
                "{date}/x-{date}.jsonl               | 2026-11-01/x-2026-11-02.jsonl | 2026-11-01"
            })
    void whatTellsADay(String pattern, String object, LocalDate day) {
        assertThat(match(pattern, object)).contains(new PathPattern.Match(Optional.of(day)));
        assertThat(PathPattern.of(pattern).dated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{date}/*                | 2026-11-20 | true",
                "{date}/*                | 2026-11-21 | false",
                "{date}/*                | other      | false",
                "{year}/{month}/{day}/*  | 2026       | true",
                "{year}/{month}/{day}/*  | 2027       | false",
                "{year}/{month}/{day}/*  | 2026/11    | true",
                "{year}/{month}/{day}/*  | 2026/12    | false",
                "{year}/{month}/{day}/*  | 2025/12    | true",
                "{year}/{month}/{day}/*  | 2026/11/21 | false",
                "{year}/{month}/{day}/*  | 2026/10/21 | true",
                "{day}-{month}/{year}/*  | 21-12      | true",
                "*/a.jsonl               | x          | true",
                "*/a.jsonl               | x/y        | false",
                "**/{date}/*             | anything   | true"
            })
    void whichFoldersAreLookedInto(String pattern, String folder, boolean descend) {
        assertThat(PathPattern.of("/logs/" + pattern).mayDescend(Arrays.asList(folder.split("/")), NIGHT))
                .isEqualTo(descend);
    }

    @Test
    void namesAreMatchedAsTheyAre() {
        assertThat(match("it's*.jsonl", "it's \u00fc\n1.jsonl")).isPresent();
    }

    @Test
    void foldersBeforeTheFirstWildcardAreTheBase() {
        assertThat(PathPattern.of("s3a://bucket/logs/a-*/b/*.gz").base()).isEqualTo("s3a://bucket/logs");
        assertThat(PathPattern.of("/logs/a.jsonl").base()).isEqualTo("/logs");
        assertThat(PathPattern.of("/logs/{year}/x").base()).isEqualTo("/logs");
    }

    @Test
    void aHostileNameEndsSoon() {
        assertThat(match("*a*a*a*a*a*a*a*a*b", "a".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "raw/{dat}/*          | {dat} is unknown; accepted: *, ?, ** as a whole folder, {date} or {year}, {month} and {day}",
                "raw/{year}/{month}/* | {date} alone, or {year}, {month} and {day} together, tell a date",
                "{date}/{date}        | {date} stands twice; a path tells its day once, * takes the other",
                "raw/{year}/{date}/*  | {date} alone, or {year}, {month} and {day} together, tell a date"
            })
    void aPathThatTellsNoDateIsToldWithWhatWouldBeRight(String path, String problem) {
        assertThat(PathPattern.problems(path)).containsExactly(problem);
        assertThat(PathPattern.problems("raw/{date}/*")).isEmpty();
        assertThat(PathPattern.problems("raw/{year}/{month}/{day}/*")).isEmpty();
        assertThat(PathPattern.problems("raw/**")).isEmpty();
    }
}
