package dev.logmill.export.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.export.dataset.SubjectCap.Claim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubjectCapTest {
    private static final SubjectCap TWO = new SubjectCap(2);

    @Test
    void keepsTheOldestRowsOfAPersonAndRefusesTheRest() {
        List<Claim> claims =
                List.of(claim("c", 3, "ann"), claim("a", 1, "ann"), claim("b", 2, "ann"), claim("d", 1, "bob"));

        assertThat(TWO.beyond(claims))
                .containsExactly(Map.entry("c", new Refusal("subject-cap", "more than 2 rows of one subject")));
    }

    @Test
    void rowsOfOneNightGoByTheirIdsWhateverOrderTheyComeIn() {
        List<Claim> claims = new ArrayList<>(
                List.of(claim("a", 1, "ann"), claim("b", 1, "ann"), claim("c", 1, "ann"), claim("d", 1, "ann")));
        assertThat(TWO.beyond(claims)).containsOnlyKeys("c", "d");
        Collections.reverse(claims);
        assertThat(TWO.beyond(claims)).containsOnlyKeys("c", "d");
    }

    @Test
    void aRowThatSeveralProducedStaysAsLongAsOneOfThemHasRoom() {
        List<Claim> claims = List.of(
                claim("a", 1, "ann"),
                claim("b", 1, "ann"),
                claim("c", 2, "ann", "bob"),
                claim("d", 3, "ann", "bob"),
                claim("e", 4, "ann", "bob"));

        assertThat(TWO.beyond(claims)).containsOnlyKeys("e");
    }

    @Test
    void aPersonNamedTwiceCountsOnce() {
        List<Claim> claims = List.of(claim("a", 1, "ann", "ann"), claim("b", 1, "ann"), claim("c", 1, "ann"));

        assertThat(TWO.beyond(claims)).containsOnlyKeys("c");
    }

    @Test
    void rowsOfNobodyAlwaysStay() {
        assertThat(TWO.beyond(List.of(claim("a", 1), claim("b", 1), claim("c", 1))))
                .isEmpty();
    }

    private static Claim claim(String row, int day, String... subjects) {
        return new Claim(row, LocalDate.of(2026, 11, day), List.of(subjects));
    }
}
