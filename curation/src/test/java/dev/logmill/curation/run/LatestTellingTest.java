package dev.logmill.curation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatestTellingTest {
    private static Span span(String id, String parent, SpanKind kind, String record) {
        return Span.of("app", "t", id, kind)
                .parentSpanId(Optional.of(parent).filter(known -> !known.isEmpty()))
                .build()
                .recorded(record, LocalDate.EPOCH, 1);
    }

    private static Span run(String id, String record) {
        return span(id, "", SpanKind.AGENT, record);
    }

    private static Span turn(String run, String name, String record) {
        return span(run + "/" + name, run, SpanKind.LLM, record);
    }

    private static List<String> latest(Span... spans) {
        return LatestTelling.of(List.of(spans)).stream().map(Span::spanId).toList();
    }

    @Test
    void aTurnThatOnlyAnEarlierRecordToldIsNoPartOfTheConversation() {
        assertThat(latest(run("g", "new"), turn("g", "1", "new"), turn("g", "2", "new"), turn("g", "3", "old")))
                .containsExactly("g", "g/1", "g/2");
    }

    @Test
    void turnsOfAnEarlierRecordThatCameLateAreNoneEither() {
        assertThat(latest(turn("g", "2", "old"), turn("g", "3", "old"), turn("g", "1", "new"), run("g", "new")))
                .containsExactly("g/1", "g");
    }

    @Test
    void spansThatCameEachInARecordOfTheirOwnAreLeftAlone() {
        assertThat(latest(run("g", "a"), turn("g", "1", "b"), turn("g", "2", "c")))
                .containsExactly("g", "g/1", "g/2");
    }

    @Test
    void whatHangsBelowAConversationFromElsewhereIsLeftAlone() {
        Span other = Span.of("gateway", "t", "g/3", SpanKind.LLM)
                .parentSpanId(Optional.of("g"))
                .build()
                .recorded("other", LocalDate.EPOCH, 1);
        assertThat(latest(run("g", "new"), turn("g", "1", "new"), other, turn("g", "x", "other")))
                .containsExactly("g", "g/1", "g/3", "g/x");
    }
}
