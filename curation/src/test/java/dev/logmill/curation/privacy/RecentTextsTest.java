package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTextsTest {
    @Test
    void tellsOfATextWhatWasToldUnderTheSameKeyAlone() {
        RecentTexts<Integer> recent = new RecentTexts<>(10_000);
        recent.keep("text", "name", 1);
        recent.keep("text", "", 2);
        assertThat(recent.of("text", "name")).contains(1);
        assertThat(recent.of("text", "")).contains(2);
        assertThat(recent.of("text", "city")).isEmpty();
        assertThat(recent.of("other", "")).isEmpty();
    }

    @Test
    void forgetsWhatWasNotAskedForOnceHalfOfTheCharsAreTaken() {
        RecentTexts<Integer> recent = new RecentTexts<>(2000);
        recent.keep("asked for", "", 1);
        recent.keep("not asked for", "", 2);
        for (int i = 0; i < 200; i++) {
            recent.keep("another %d".formatted(i), "", i);
            assertThat(recent.of("asked for", "")).contains(1);
        }
        assertThat(recent.of("not asked for", "")).isEmpty();
    }

    @Test
    void aTextThatWouldTakeMostOfItIsNotKept() {
        RecentTexts<Integer> recent = new RecentTexts<>(2000);
        recent.keep("x".repeat(501), "", 1);
        recent.keep("x".repeat(500), "", 2);
        assertThat(recent.of("x".repeat(501), "")).isEmpty();
        assertThat(recent.of("x".repeat(500), "")).contains(2);
    }
}
