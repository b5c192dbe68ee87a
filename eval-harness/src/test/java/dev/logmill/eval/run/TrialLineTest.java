package dev.logmill.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialLineTest {
    private static final Trial TRIAL = new Trial(
            "key-1",
            "case",
            "suite",
            "model",
            1,
            Outcome.FILTERED,
            new Transcript(
                    Message.calling(List.of(new ToolCall("a", "f", "{\"x\":\"1\\n2\"}"))),
                    Optional.of("stop"),
                    new Usage(Optional.of(1L), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(2L)),
                    7),
            3);

    @Test
    void aTrialIsOneLineAndComesBackAsItWas() {
        assertThat(TrialLine.of(TRIAL)).doesNotContain("\n");
        assertThat(TrialLine.read(TrialLine.of(TRIAL))).contains(TRIAL);
    }

    @Test
    void noBeginningOfALineIsATrial() {
        String line = TrialLine.of(TRIAL);
        for (int end = 0; end < line.length(); end++) {
            assertThat(TrialLine.read(line.substring(0, end))).isEmpty();
        }
    }
}
