package dev.logmill.curation.ingest.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingTest {
    private enum Fruit {
        APPLE,
        SLOE_BERRY
    }

    private final Spelling<Fruit> spelling = new Spelling<>(Fruit.class);

    @Test
    void aConstantIsReadInAnyCaseWithDashes() {
        assertThat(spelling.read("Sloe-Berry")).contains(Fruit.SLOE_BERRY);
        assertThat(spelling.read("sloe_berry")).isEmpty();
    }

    @Test
    void whatIsAcceptedIsToldInItsOrder() {
        assertThat(spelling.accepted()).isEqualTo("apple, sloe-berry");
    }
}
