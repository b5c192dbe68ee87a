package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalIdsTest {
    private static final Signal THUMB = said("f", SignalChannel.THUMB, 1);
    private static final Signal CORRECTION = said("f", SignalChannel.CORRECTION, 1);

    @Test
    void givesWhatIsReadAgainTheSameId() {
        assertThat(ids(THUMB, CORRECTION)).containsExactlyElementsOf(ids(THUMB, CORRECTION));
    }

    @Test
    void givesTheSameRevisionWhateverTheOrder() {
        assertThat(revisions(THUMB, CORRECTION)).containsExactlyElementsOf(revisions(CORRECTION, THUMB));
        assertThat(revisions(THUMB, CORRECTION).get(0))
                .isEqualTo(revisions(THUMB, CORRECTION).get(1));
    }

    @Test
    void tellsAThumbFromTheSameOneWithACorrectionAdded() {
        assertThat(ids(THUMB).get(0)).isNotEqualTo(ids(THUMB, CORRECTION).get(0));
    }

    @Test
    void tellsWhatIsSaidUnderOneIdAtTwoTimesApart() {
        Signal later = said("f", SignalChannel.THUMB, 2);
        assertThat(revisions(THUMB, later)).doesNotHaveDuplicates();
        assertThat(ids(THUMB, later)).startsWith(ids(THUMB).get(0));
    }

    @Test
    void tellsFeedbackUnderTwoIdsApart() {
        assertThat(ids(THUMB, said("g", SignalChannel.THUMB, 1)))
                .startsWith(ids(THUMB).get(0))
                .doesNotHaveDuplicates();
    }

    private static Signal said(String feedbackId, SignalChannel channel, int second) {
        return Signal.of("desk", feedbackId, channel)
                .traceId(Optional.of("t"))
                .eventAt(Optional.of(Instant.ofEpochSecond(second)))
                .build();
    }

    private static List<String> ids(Signal... signals) {
        return SignalIds.given(List.of(signals)).stream().map(Signal::signalId).toList();
    }

    private static List<String> revisions(Signal... signals) {
        return SignalIds.given(List.of(signals)).stream().map(Signal::revision).toList();
    }
}
