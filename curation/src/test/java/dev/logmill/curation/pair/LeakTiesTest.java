package dev.logmill.curation.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeakTiesTest {
    private static final Occurrence ASKED = row("r1", "i1");
    private static final Occurrence ASKED_ELSE = row("r1", "i2");
    private static final Occurrence ASKED_BY_ANOTHER = row("r2", "i1");

    @Test
    void areTheSameInWhateverPartsAndOrderRowsCame() {
        LeakTies atOnce = ties(ASKED, ASKED_ELSE, ASKED_BY_ANOTHER);
        LeakTies inParts = ties(ASKED_BY_ANOTHER, ASKED).and(ties(ASKED_ELSE, ASKED));
        assertThat(inParts).usingRecursiveComparison().isEqualTo(atOnce);
    }

    @Test
    void sayWhoSentAnInputOnce() {
        LeakTies ties = ties(ASKED, ASKED, ASKED_ELSE).and(ties(ASKED_BY_ANOTHER, ASKED));
        assertThat(ties.voices(place(ties, ASKED)).toArray()).hasSize(2).isSorted();
        assertThat(ties.voices(place(ties, ASKED_ELSE)).toArray()).hasSize(1);
    }

    @Test
    void knowTheInputsAmongTheKeys() {
        LeakTies ties = ties(ASKED, ASKED_ELSE, ASKED_BY_ANOTHER);
        assertThat(ties.keys().size()).isEqualTo(4);
        assertThat(ties.inputs().boxed()).containsExactlyInAnyOrder(place(ties, ASKED), place(ties, ASKED_ELSE));
    }

    private static int place(LeakTies ties, Occurrence row) {
        return ties.keys().placeOf(row.inputKey()).orElseThrow();
    }

    private static LeakTies ties(Occurrence... rows) {
        LeakTies.Builder builder = new LeakTies.Builder();
        List.of(rows).forEach(builder::add);
        return builder.build();
    }

    private static Occurrence row(String run, String input) {
        return new Occurrence("shop", Optional.empty(), Optional.empty(), run, Optional.empty(), input, List.of());
    }
}
