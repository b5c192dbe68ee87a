package dev.logmill.curation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestSetTest {
    private static final DigestBits FIRST = DigestBits.of("00000000000000000000000000000001");
    private static final DigestBits SECOND = DigestBits.of("7fffffffffffffffffffffffffffffff");
    private static final DigestBits THIRD = DigestBits.of("80000000000000000000000000000000");
    private static final DigestBits LAST = DigestBits.of("8000000000000000ffffffffffffffff");

    @Test
    void givesAnIdBackAsItWas() {
        assertThat(List.of(FIRST, SECOND, THIRD, LAST))
                .extracting(DigestBits::text)
                .containsExactly(
                        "00000000000000000000000000000001",
                        "7fffffffffffffffffffffffffffffff",
                        "80000000000000000000000000000000",
                        "8000000000000000ffffffffffffffff");
    }

    @Test
    void refusesWhatIsNoId() {
        assertThatThrownBy(() -> DigestBits.of("abc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'abc'");
    }

    @Test
    void standsInTheOrderOfTheTextsEachOnce() {
        assertThat(members(DigestSet.of(List.of(LAST, FIRST, THIRD, SECOND, FIRST))))
                .containsExactly(FIRST, SECOND, THIRD, LAST);
    }

    @Test
    void tellsDigestsApartThatShareTheirFirstHalf() {
        DigestSet set = DigestSet.of(List.of(FIRST, LAST));
        assertThat(set.holds(LAST)).isTrue();
        assertThat(set.holds(THIRD)).isFalse();
        assertThat(set.placeOf(LAST)).hasValue(1);
    }

    @Test
    void hasTheMembersOfBothOnceAndKnowsTheirPlaces() {
        DigestSet some = DigestSet.of(List.of(FIRST, THIRD, LAST));
        DigestSet others = DigestSet.of(List.of(SECOND, THIRD));
        DigestSet all = others.and(some);
        assertThat(members(all)).containsExactly(FIRST, SECOND, THIRD, LAST);
        assertThat(all.placesOf(some)).containsExactly(0, 2, 3);
        assertThat(all.placesOf(others)).containsExactly(1, 2);
    }

    private static List<DigestBits> members(DigestSet set) {
        return IntStream.range(0, set.size()).mapToObj(set::at).toList();
    }
}
