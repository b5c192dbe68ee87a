package dev.logmill.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which nights have come. */
class NightOptionTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-26, 2026-11-26T00:00:00Z, true",
        "2026-11-27, 2026-11-26T09:59:59Z, false",
        "2026-11-27, 2026-11-26T10:00:00Z, true",
        "2026-11-28, 2026-11-26T23:59:59Z, false"
    })
    void aNightHasComeOnceItsDayHasBegunSomewhere(LocalDate night, Instant now, boolean come) {
        assertThat(NightOption.problem(night, now).isEmpty()).isEqualTo(come);
    }

    @Test
    void saysWhyTheLatestMayBeTomorrow() {
        assertThat(NightOption.problem(LocalDate.parse("2026-12-01"), Instant.parse("2026-11-26T15:01:30Z")))
                .contains("--as-of must be a day that has begun somewhere on earth, 2026-11-27 at the latest, was"
                        + " 2026-12-01; it is 2026-11-26T15:01:00Z now, and a day begins first at UTC+14:00");
    }
}
