package dev.logmill.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Pause pause = new Pause("endpoint", new Patience(Duration.ofSeconds(2)));

    @Test
    void holdsWhoeverComesForAsLongAsTheEndpointAsksFor() throws InterruptedException {
        long begun = System.nanoTime();
        pause.refused(pause.end(), Optional.of("0.5"), NOW);
        pause.end();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(490));
    }

    @Test
    void isTooLongOnceItWasWaitedForTheLongestWait() throws InterruptedException {
        pause.refused(pause.end(), Optional.of("1"), NOW);
        assertThat(pause.isTooLong()).isFalse();
        pause.refused(pause.end(), Optional.of("1"), NOW);
        assertThat(pause.isTooLong()).isTrue();
        pause.answered();
        assertThat(pause.isTooLong()).isFalse();
    }

    @Test
    void refusalsOfOneRoundAreOneWait() throws InterruptedException {
        int round = pause.end();
        pause.refused(round, Optional.of("1"), NOW);
        pause.refused(round, Optional.of("1"), NOW);
        pause.refused(round, Optional.of("1"), NOW);
        assertThat(pause.isTooLong()).isFalse();
    }
}
