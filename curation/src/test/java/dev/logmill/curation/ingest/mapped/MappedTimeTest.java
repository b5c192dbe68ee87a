package dev.logmill.curation.ingest.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Span;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedTimeTest {
    private static Mapped in(String unit) {
        return Mapped.by("'started':{'at':'/t','unit':'" + unit + "'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s   | 1769246446",
                "s   | 1769246446.0",
                "s   | '1769246446'",
                "ms  | 1769246446000",
                "ms  | 1.769246446e12",
                "us  | 1769246446000000",
                "ns  | 1769246446000000000",
                "ns  | '1769246446000000999'",
                "iso | '2026-01-24T09:20:46Z'",
                "iso | '2026-01-24T10:20:46+01:00'",
                "iso | '2026-01-24T04:20:46-0500'",
                "iso | '2026-01-24 09:20:46'",
                "iso | '2026-01-24T09:20:46.0000009Z'"
            })
    void readsEachUnitToTheMicrosecond(String unit, String written) throws Exception {
        assertThat(in(unit).span("{'t':" + written + "}").startedAt()).contains(Instant.parse("2026-01-24T09:20:46Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"s | 1.5", "ms | 1500", "ms | '1500'", "us | 1500000", "ns | 1500000999"})
    void tellsTheEndByWhatItTookAndTheStartToo(String unit, String took) throws Exception {
        String keys = ",'took':{'at':'/d','unit':'" + unit + "'}";
        Span begun = Mapped.by("'started':'/t'" + keys).span("{'t':'2026-01-24T09:20:46Z','d':" + took + "}");
        assertThat(begun.endedAt()).contains(Instant.parse("2026-01-24T09:20:47.5Z"));
        Span ended = Mapped.by("'ended':'/t'" + keys).span("{'t':'2026-01-24T09:20:46Z','d':" + took + "}");
        assertThat(ended.startedAt()).contains(Instant.parse("2026-01-24T09:20:44.5Z"));
        assertThat(ended.endedAt()).contains(Instant.parse("2026-01-24T09:20:46Z"));
    }

    @Test
    void refusesADurationThatCannotBe() {
        Mapped mapped = Mapped.by("'started':'/t','took':{'at':'/d','unit':'s'}");
        assertThat(mapped.refusal("{'d':-1}")).isEqualTo("INVALID_FIELD /d: outside 0 to 366 days");
        assertThat(mapped.refusal("{'d':1769246446}")).isEqualTo("INVALID_FIELD /d: outside 0 to 366 days");
        assertThat(mapped.refusal("{'d':'soon'}")).isEqualTo("INVALID_FIELD /d: must be a number, was of type STRING");
    }

    @Test
    void keepsFractionsOfASecond() throws Exception {
        assertThat(in("s").span("{'t':1769246446.123456}").startedAt())
                .contains(Instant.parse("2026-01-24T09:20:46.123456Z"));
        assertThat(in("iso").span("{'t':'2026-01-24T09:20:46.123456'}").startedAt())
                .contains(Instant.parse("2026-01-24T09:20:46.123456Z"));
    }

    @Test
    void takesAnAddressAloneAsIso() throws Exception {
        assertThat(Mapped.by("'started':'/t'").span("{'t':'2026-01-24'}").startedAt())
                .contains(Instant.parse("2026-01-24T00:00:00Z"));
    }

    /** A unit that does not fit is told, never corrected: a guess would be right for most rows and wrong for some. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s   | 1769246446000       | IMPLAUSIBLE_TIME /t: in year 58035, with unit s",
                "ms  | 1769246446          | IMPLAUSIBLE_TIME /t: in year 1970",
                "us  | 1769246446000       | IMPLAUSIBLE_TIME /t: in year 1970",
                "ns  | 1769246446          | IMPLAUSIBLE_TIME /t: in year 1970",
                "s   | 1769246446000000000 | INVALID_FIELD /t: no time in unit s",
                "s   | 0                   | IMPLAUSIBLE_TIME /t: in year 1970",
                "s   | -5                  | IMPLAUSIBLE_TIME /t: in year 1969",
                "s   | 1e999999999         | INVALID_FIELD /t: no time in unit s",
                "s   | 1e-999999999        | INVALID_FIELD /t: no time in unit s",
                "s   | true                | INVALID_FIELD /t: no time in unit s",
                "s   | {'at':1}            | INVALID_FIELD /t: no time in unit s",
                "s   | '2026-01-24'        | INVALID_FIELD /t: no time in unit s",
                "iso | 1769246446          | INVALID_FIELD /t: no time in unit iso",
                "iso | '1769246446'        | INVALID_FIELD /t: no time in unit iso",
                "iso | 'soon'              | INVALID_FIELD /t: no time in unit iso",
                "iso | '2026-02-30'        | INVALID_FIELD /t: no time in unit iso",
                "iso | '9999-01-01'        | IMPLAUSIBLE_TIME /t: in year 9999",
                "iso | '0001-01-01'        | IMPLAUSIBLE_TIME /t: in year 1"
            })
    void neverGuessesAUnit(String unit, String written, String refusal) {
        assertThat(in(unit).refusal("{'t':" + written + "}")).startsWith(refusal);
    }

    @Test
    void aNumberOfVeryManyDigitsCostsNothing() {
        String digits = "'" + "9".repeat(2_000_000) + "'";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(in("ms").refusal("{'t':" + digits + "}"))
                .isEqualTo("INVALID_FIELD /t: no time in unit ms"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'t':null}", "{'t':''}", "{'t':' '}"})
    void saysThatARecordHasNoTime(String record) throws Exception {
        Span span = in("ms").span(record);
        assertThat(span.startedAt()).isEmpty();
        assertThat(span.fidelity()).contains(Fidelity.MISSING_TIME);
    }

    @Test
    void notesATimeThatRunsBackwards() throws Exception {
        Span span = Mapped.by("'started':{'at':'/a','unit':'s'},'ended':{'at':'/b','unit':'s'}")
                .span("{'a':1769246446,'b':1769246445}");
        assertThat(span.fidelity()).contains(Fidelity.TIME_INVERTED);
    }

    @Test
    void takesTheTimeOfAVersionFromWhereItIsMapped() throws Exception {
        Mapped mapped = Mapped.by("'started':{'at':'/a','unit':'s'},'updated':{'at':'/u','unit':'s'}");
        assertThat(mapped.span("{'a':1769246446,'u':1769246500}").versionAt())
                .isEqualTo(Instant.ofEpochSecond(1769246500));
        assertThat(mapped.span("{'a':1769246446}").versionAt()).isEqualTo(Instant.ofEpochSecond(1769246446));
    }
}
