package dev.logmill.eval.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkTest {
    @Test
    void thePassRateOfNoMarksIsNotZero() {
        Mark passed = new Mark(true, "right", Optional.empty());
        assertThat(Mark.passRate(List.of(passed, Mark.MISSING, Mark.MISSING, Mark.MISSING)))
                .contains(0.25);
        assertThat(Mark.passRate(List.of())).isEmpty();
    }
}
