package dev.logmill.curation.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TombstonesTest {
    private static final Optional<String> NONE = Optional.empty();

    private final Tombstones erased = Tombstones.of(
            List.of(Tombstones.subject("u1_ann"), Tombstones.trace("shop", "t1"), Tombstones.session("shop", "s1_a")));

    @Test
    void whatNamesThePersonIsCoveredInAnyProject() {
        assertThat(erased.cover("bank", Optional.of("t9"), NONE, Optional.of("u1_ann")))
                .isTrue();
        assertThat(erased.cover("bank", Optional.of("t9"), NONE, Optional.of("u1_bob")))
                .isFalse();
    }

    @Test
    void aTraceIsCoveredWhoeverItNamesAndInItsProjectAlone() {
        assertThat(erased.cover("shop", Optional.of("t1"), NONE, Optional.of("u1_bob")))
                .isTrue();
        assertThat(erased.cover("bank", Optional.of("t1"), NONE, NONE)).isFalse();
    }

    @Test
    void aSessionIsCoveredWhereItNamesNobodyElse() {
        assertThat(erased.cover("shop", Optional.of("t2"), Optional.of("s1_a"), NONE))
                .isTrue();
        assertThat(erased.cover("shop", NONE, Optional.of("s1_a"), NONE)).isTrue();
        assertThat(erased.cover("shop", Optional.of("t2"), Optional.of("s1_a"), Optional.of("u1_bob")))
                .isFalse();
        assertThat(erased.cover("bank", Optional.of("t2"), Optional.of("s1_a"), NONE))
                .isFalse();
    }

    @Test
    void kindsAreTakenForNoOther() {
        Tombstones one = Tombstones.of(List.of(Tombstones.trace("shop", "x")));

        assertThat(one.cover("shop", NONE, Optional.of("x"), NONE)).isFalse();
        assertThat(one.hasSubject("x")).isFalse();
        assertThat(Tombstones.NONE.cover("shop", Optional.of("x"), NONE, NONE)).isFalse();
        assertThat(Tombstones.trace("a b", "c")).isNotEqualTo(Tombstones.trace("a", "b c"));
    }
}
