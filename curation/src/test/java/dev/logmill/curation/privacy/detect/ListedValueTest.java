package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedValueTest {
    private static List<String> behind(String text, String first) {
        List<String> values = new ArrayList<>();
        ListedValue.behind(
                text,
                text.indexOf(first),
                text.indexOf(first) + first.length(),
                (start, end) -> values.add(text.substring(start, end)));
        return values;
    }

    @Test
    void takesEachOfTheSameForm() {
        assertThat(behind("5520917, 5520918 and 5520919; 66031287", "5520917")).containsExactly("5520918", "5520919");
    }

    @Test
    void takesOneWithoutTheMarksOfTheFirst() {
        assertThat(behind("536-22-8714 / spouse 536228715", "536-22-8714")).containsExactly("536228715");
    }

    @Test
    void takesTheLinesOfAList() {
        assertThat(behind("- 5520917\n- 5520918\n\nTotal: 5520919", "5520917")).containsExactly("5520918");
    }

    @Test
    void leavesYearsAndDays() {
        assertThat(behind("7305, 2024", "7305")).isEmpty();
        assertThat(behind("66031287, 20240131", "66031287")).isEmpty();
    }

    @Test
    void leavesDecimalsAndShares() {
        assertThat(behind("7305, 8416.50", "7305")).isEmpty();
        assertThat(behind("7305, 8416%", "7305")).isEmpty();
    }
}
