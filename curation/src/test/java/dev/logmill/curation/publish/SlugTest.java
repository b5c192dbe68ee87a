package dev.logmill.curation.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @ValueSource(strings = {"router", "order-agent-2", "7"})
    void aSafeNameStaysAsItIs(String name) {
        assertThat(Slug.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc", "Router", "a b", "-a", "größe", "日本", ".staging", "a/b", "a\u0000"})
    void anyOtherBecomesOneThatIsSafe(String name) {
        assertThat(Slug.isSlug(name)).isFalse();
        assertThat(Slug.isSlug(Slug.of(name))).isTrue();
    }

    @Test
    void whatIsLostStillKeepsTwoNamesApart() {
        assertThat(Slug.of("Router")).startsWith("router-").isNotEqualTo(Slug.of("ROUTER"));
        assertThat(Slug.of("x".repeat(500) + "a"))
                .hasSizeLessThanOrEqualTo(Slug.MAX_LENGTH)
                .isNotEqualTo(Slug.of("x".repeat(500) + "b"));
    }
}
