package dev.logmill.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(90));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 | 30",
                "45.5 | 45.5",
                "90 | 90",
                "3600 | 90",
                "1e300 | 90",
                "Tue, 24 Nov 2026 12:00:40 GMT | 40",
                "Tue, 24 Nov 2026 12:10:00 GMT | 90"
            })
    void waitsAsLongAsTheServerAsksForUpToTheLongest(String header, double seconds) {
        assertThat(PATIENCE.after("request", 0, Optional.of(header), NOW))
                .isEqualTo(Duration.ofMillis((long) (seconds * 1000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0", "-5", "soon", "NaN", "Tue, 24 Nov 2026 11:59:00 GMT", "''"})
    void waitsItsOwnTimeWhereTheServerAsksForNone(String header) {
        assertThat(PATIENCE.after("request", 2, Optional.of(header), NOW))
                .isEqualTo(PATIENCE.after("request", 2, Optional.empty(), NOW));
    }

    @Test
    void waitsTwiceAsLongEachTime() {
        for (int attempt = 0; attempt < 8; attempt++) {
            long millis =
                    PATIENCE.after("request", attempt, Optional.empty(), NOW).toMillis();
            assertThat(millis).isBetween(125L << attempt, Math.min(90_000, 375L << attempt));
        }
        assertThat(PATIENCE.after("request", 50, Optional.empty(), NOW)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void requestsDoNotWaitInStep() {
        assertThat(PATIENCE.after("one", 3, Optional.empty(), NOW))
                .isNotEqualTo(PATIENCE.after("other", 3, Optional.empty(), NOW));
    }
}
