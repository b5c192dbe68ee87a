package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumesTest {
    private static Volumes nights(long... records) {
        Volumes volumes = new Volumes();
        for (int i = 0; i < records.length; i++) {
            // Two objects of one night are one night.
            volumes.add("app", LocalDate.of(2026, 11, 1).plusDays(i), records[i] - 1);
            volumes.add("app", LocalDate.of(2026, 11, 1).plusDays(i), 1);
        }
        return volumes;
    }

    @ParameterizedTest
    @CsvSource({"0, no records tonight; the median of its last 3 nights is 200", "20, 20 records tonight; the median of"
    })
    void tellsASourceThatFallsSilent(long tonight, String told) {
        assertThat(nights(100, 900, 200).told("app", tonight)).get().asString().startsWith("source app: " + told);
    }

    @Test
    void tellsNothingOfAQuieterNightAnotherSourceOrTooFewNights() {
        assertThat(nights(100, 900, 200).told("app", 21)).isEmpty();
        assertThat(nights(100, 900, 200).told("other", 0)).isEmpty();
        assertThat(nights(100, 900).told("app", 0)).isEmpty();
        assertThat(nights(1, 1, 1).told("app", 1)).isEmpty();
    }

    @Test
    void looksAtTheLastFourteenNightsOnly() {
        long[] records = new long[20];
        Arrays.fill(records, 0, 6, 100_000);
        Arrays.fill(records, 6, 20, 10);
        assertThat(nights(records).told("app", 5)).isEmpty();
        assertThat(nights(records).told("app", 1)).isPresent();
    }
}
