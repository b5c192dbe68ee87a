package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri Nov 20 2026 10:00:00 GMT+0000 (Coordinated Universal Time)",
                "Fri Nov 20 2026 12:00:00 GMT+0200",
                "Fri, 20 Nov 2026 10:00:00 GMT",
                "Fri, 20 Nov 2026 05:00:00 -0500"
            })
    void readsWhatProgramsShowAndSend(String text) {
        assertThat(DateText.parse(text)).contains(Instant.parse("2026-11-20T10:00:00Z"));
    }

    /** Another day of the week, no zone, words, and an ISO text, which is read elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon Nov 20 2026 10:00:00 GMT+0000",
                "Fri Nov 20 2026 10:00:00",
                "yesterday",
                "",
                "2026-11-20T10:00:00Z"
            })
    void leavesWhatNamesNoTime(String text) {
        assertThat(DateText.parse(text)).isEmpty();
    }
}
