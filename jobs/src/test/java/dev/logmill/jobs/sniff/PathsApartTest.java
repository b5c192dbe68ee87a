package dev.logmill.jobs.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What takes some names and none of others. */
class PathsApartTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/1.jsonl a/2.jsonl | b/1.jsonl | a/*.jsonl",
                "lf/e-2026-01-24.json lf/e-2026-01-25.json | bt/x-2026-01-24.json | lf/e-{date}.json",
                "2026-01-24/lf.jsonl 2026-01-25/lf.jsonl | 2026-01-24/bt.jsonl | */lf*.jsonl",
                "2026-01-24/a.json | 2026-01-24/b.csv | {date}/*.json",
                "a.json b.json | c.jsonl | *.json",
                "x/a.csv y/z/b.csv | x/c.jsonl | **/*.csv",
                "calls-1.jsonl calls-22.jsonl | votes-1.jsonl | calls-*.jsonl",
                "logs/x/a.json logs/y/b.csv | other/a.json | logs/**/*",
                "x/1.jsonl y/2.jsonl | z/1.jsonl | x/*.jsonl y/*.jsonl",
                "one.jsonl | other.jsonl two.jsonl | one*.jsonl",
                "1.jsonl 3.jsonl | 2.jsonl 4.jsonl | ''",
                "odd{name.jsonl a.jsonl | b.jsonl | ''"
            })
    void takeTheirOwn(String names, String others, String paths) {
        assertThat(String.join(" ", new PathsApart(words(others)).of(words(names))))
                .isEqualTo(paths);
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }
}
