package dev.logmill.jobs.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of objects, a space between two, and the pattern that finds their days. */
class DatedPathTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01/a.jsonl 2026-03-02/b.jsonl, {date}/*.jsonl",
        "events-2026-03-01.jsonl, events-{date}.jsonl",
        "events-2026-03-01.jsonl.gz events-2026-03-02.jsonl.gz, events-{date}.jsonl.gz",
        "a-2026-03-01.json b-2026-03-02.json, *{date}*.json",
        "7-2026-03-01.json, *{date}.json",
        "2026-03-01T10-00-00.json 2026-03-01T11-00-00.json, {date}*.json",
        "2026/03/01/x.json 2026/03/02/y.json, {year}/{month}/{day}/*.json",
        "2026/03/01/10/x.json, {year}/{month}/{day}/*/*.json",
        "shop/2026/03/01/x.json bank/2026/03/01/y.json, */{year}/{month}/{day}/*.json",
        "dt=2026-03-01/part-0001.parquet, dt={date}/*.parquet",
        "year=2026/month=03/day=01/x.jsonl, year={year}/month={month}/day={day}/*.jsonl",
        "calls20260301.csv, calls{year}{month}{day}.csv",
        "20260301 20260302, {year}{month}{day}",
        "calls_20260301101500.csv, calls_{year}{month}{day}*.csv",
        "log.2026.03.01.json, log.{year}.{month}.{day}.json",
        "2026_03_01.json, {year}_{month}_{day}.json",
        "9999-99-99-2026-03-01.json, *{date}.json",
    })
    void aDateIsToldAsTheNamesTellIt(String names, String pattern) {
        assertThat(DatedPath.of(names(names))).contains(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calls.jsonl",
                "calls-2026-02-30.jsonl",
                "calls-2026-13-01.jsonl",
                "calls-20261301.jsonl",
                "order-120260301.jsonl",
                "order-2026030112.jsonl",
                "calls-2026-03-01.jsonl calls.jsonl",
                "calls-2026-03-01.jsonl calls-20260302.jsonl",
                "2026-03-01/a.jsonl 2026-03-02/b.csv",
                "9-99999999-20260301-a.json 9-99999999-20260302-b.json",
            })
    void whatIsNoDateOrNotToldByAllIsNone(String names) {
        assertThat(DatedPath.of(names(names))).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"events-2026-03-01.jsonl, events-.jsonl", "calls.jsonl, calls.jsonl"})
    void aSourceIsNamedWithoutADate(String name, String without) {
        assertThat(DatedPath.without(name)).isEqualTo(without);
    }

    private static List<String> names(String written) {
        return Arrays.asList(written.split(" ", -1));
    }
}
