package dev.logmill.curation.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanIdsTest {
    @ParameterizedTest
    @CsvSource({
        "5B8EFFF798038103D269B633813FC60C, 5b8efff798038103d269b633813fc60c",
        "eee19b7ec3c1b174, eee19b7ec3c1b174",
        "W47/95gDgQPSabYzgT/GDA==, 5b8efff798038103d269b633813fc60c",
        "W47_95gDgQPSabYzgT_GDA==, 5b8efff798038103d269b633813fc60c",
        "7uGbfsPBsXQ=, eee19b7ec3c1b174",
        "0x5b8efff798038103d269b633813fc60c, 5b8efff798038103d269b633813fc60c",
        "0xEEE19B7EC3C1B174, eee19b7ec3c1b174",
        "0x12, 0x12",
        "trace-1, trace-1",
        "not-base64!!=, not-base64!!="
    })
    void areHexInLowerCaseWhateverTheWriterDid(String written, String stored) {
        assertThat(SpanIds.of(written)).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "0", "0000000000000000", "0x0000000000000000", "AAAAAAAAAAA=", "undefined", "null"})
    void ofNothingAreNone(String written) {
        assertThat(SpanIds.of(written)).isEmpty();
    }
}
