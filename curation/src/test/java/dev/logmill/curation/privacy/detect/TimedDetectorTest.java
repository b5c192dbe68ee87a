package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.privacy.Found;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.TextRedactor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TimedDetectorTest {
    private static final Pseudonyms KEYED = new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8));

    /** Never ends unless it is interrupted. */
    private record Endless() implements Detector {
        @Override
        public boolean mayFind(Signs signs) {
            return true;
        }

        @Override
        public void find(Scan scan, String label, Consumer<Finding> sink) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void oneThatRunsLongIsAFailureByItsOwnName() {
        TextRedactor redactor =
                new TextRedactor(List.of(new TimedDetector(new Endless(), Duration.ofMillis(50))), KEYED);
        assertThatThrownBy(() -> redactor.redact("text", "scope"))
                .isInstanceOf(PrivacyFailure.class)
                .hasMessage("Endless");
    }

    @Test
    void oneThatEndsFindsWhatItFinds() {
        assertThat(new Found(new TimedDetector(new MailDetector())).in("to ann@example.com now"))
                .containsExactly("ann@example.com");
    }
}
