package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.detect.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenSearchTest {
    private static SeenSearch of(String... values) {
        Map<String, Finding> written = new LinkedHashMap<>();
        for (String value : values) {
            written.put(value, new Finding("T", 0, value.length(), value));
        }
        return new SeenSearch(written);
    }

    @ParameterizedTest
    @CsvSource({
        "ushers, she1 he2 hers2",
        "hishe, his0 she2 he3",
        "hhe, he1",
        "éléxié, élé0 é0 é2 ié4 é5",
        "HERS, ''",
        "nothing, ''"
    })
    void tellsEachValueWhereItBegins(String text, String found) {
        List<String> told = new ArrayList<>();
        of("he", "she", "hers", "his", "é", "élé", "ié")
                .find(text, value -> told.add(text.substring(value.start(), value.end()) + value.start()));
        assertThat(told).containsExactlyInAnyOrder(found.isEmpty() ? new String[0] : found.split(" ", -1));
    }

    @Test
    void tellsWhetherAnyIsThere() {
        assertThat(of("Ann Lee").isIn("by Ann Lee.")).isTrue();
        assertThat(of("Ann Lee").isIn("by Ann  Lee, by AnnLee")).isFalse();
    }
}
