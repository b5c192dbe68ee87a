package dev.logmill.curation.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.table.RecordShape;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RangesTest {
    record Row(String text, long number, LocalDate day, Optional<Long> maybe) {}

    private static Row row(long number, int day) {
        return new Row("t", number, LocalDate.ofEpochDay(day), Optional.of(1L));
    }

    @Test
    void numbersAndDatesThatAreAlwaysThereHaveARange() {
        Ranges ranges = new Ranges(RecordShape.of(Row.class));
        ranges.add(row(5, 20));
        ranges.add(row(-3, 40));
        ranges.add(row(4, 30));

        assertThat(ranges.found())
                .isEqualTo(Map.of("number", new DataFile.Range(-3, 5), "day", new DataFile.Range(20, 40)));
    }
}
