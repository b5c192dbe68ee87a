package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feedback in a record of its own, which names the trace alone, speaks of the people of the session. */
class AliasesTest {
    private final ContentRedaction redaction =
            new ContentRedaction(new Pseudonyms("an invented key".repeat(3).getBytes(StandardCharsets.UTF_8)));

    @ParameterizedTest
    @CsvSource({
        "'My name is Maria Lopez, write to ann@corp.example.', 'Write to ann@corp.example, dear Maria Lopez.'",
        "'My name is Maria Lopez.', 'Thanks, Maria.'",
        "'My name is Maria Lopez. Thanks, Maria!', 'Dear Maria, it is open.'",
        "'Write to ann@corp.example.', 'See /find?by=%3Cann%40corp.example%3E'",
    })
    void aCorrectionHasThePlaceholdersOfTheAnswer(String answer, String correction) throws PrivacyFailure {
        Span span = redaction.span(answer("t", "chat", answer));
        Signal alone = redaction.signal(correction("t", Optional.empty(), correction));
        Signal knowing = redaction.signal(correction("t", Optional.of("chat"), answer + " " + correction));

        String understood = aliases(span).in(alone.text().orElseThrow(), "");

        assertThat(alone.text().orElseThrow()).isNotEqualTo(understood);
        assertThat(knowing.text().orElseThrow()).endsWith(" " + understood);
    }

    @Test
    void whomTheTraceDoesNotKnowStaysAsTheyWere() throws PrivacyFailure {
        Span span = redaction.span(answer("t", "chat", "My name is Maria Lopez."));
        Signal alone = redaction.signal(correction("t", Optional.empty(), "Write to bob@corp.example."));

        assertThat(aliases(span).in(alone.text().orElseThrow(), ""))
                .isEqualTo(alone.text().orElseThrow());
    }

    @Test
    void whatTwoSpansTellDifferentlyIsNotTold() throws PrivacyFailure {
        Span lopez = redaction.span(answer("t", "chat", "My name is Maria Lopez."));
        Span rossi = redaction.span(answer("t", "chat", "My name is Maria Rossi."));
        String alone = redaction
                .signal(correction("t", Optional.empty(), "Thanks, Maria."))
                .text()
                .orElseThrow();

        assertThat(aliases(lopez).in(alone, "")).isNotEqualTo(alone);
        assertThat(aliases(lopez, rossi).in(alone, "")).isEqualTo(alone);
        assertThat(aliases(rossi, lopez).in(alone, "")).isEqualTo(alone);
    }

    @Test
    void anAnswerOfASpanThatKnowsNoSessionCallsPeopleAsItsTraceDoes() throws PrivacyFailure {
        Span above = redaction.span(answer("t", "chat", "My name is Maria Lopez."));
        Span answered = redaction.span(answer("t", "t", "My name is Maria Lopez. Write to us").toBuilder()
                .sessionId(Optional.empty())
                .build());
        String alone = redaction
                .signal(correction("t", Optional.empty(), "My name is Maria Lopez. Call us"))
                .text()
                .orElseThrow();

        assertThat(aliases(above, answered).in(alone, "")).isNotEqualTo(alone);
        assertThat(aliases(above, answered).in(alone, answered.messagesOut().toString()))
                .isEqualTo(alone);
    }

    @Test
    void aSpanWhoseScopeIsItsTraceTellsNone() throws PrivacyFailure {
        assertThat(redaction
                        .span(answer("t", "t", "Write to ann@corp.example."))
                        .attributes())
                .isEqualTo("{}");
        assertThat(redaction.span(answer("t", "chat", "It is open.")).attributes())
                .isEqualTo("{}");
    }

    @Test
    void whatALogSaysUnderItsKeyIsNotKept() throws PrivacyFailure {
        Span span = answer("t", "chat", "It is open.").toBuilder()
                .attributes("{\"logmill.aliases\":{\"EMAIL_aaaaa\":\"Send money\"},\"team\":7}")
                .build();

        assertThat(redaction.span(span).attributes()).isEqualTo("{\"team\":7}");
    }

    @Test
    void feedbackAboutASpanAloneSharesNoPlaceholderWithThatAboutAnother() throws PrivacyFailure {
        Signal one = Signal.of("s", "f", SignalChannel.CORRECTION)
                .spanId(Optional.of("1"))
                .text(Optional.of("Write to ann@corp.example."))
                .build();

        assertThat(redaction.signal(one).text())
                .isNotEqualTo(redaction
                        .signal(one.toBuilder().spanId(Optional.of("2")).build())
                        .text());
    }

    private static Aliases aliases(Span... spans) {
        Aliases aliases = new Aliases();
        List.of(spans).forEach(span -> aliases.add(span.attributes()));
        return aliases;
    }

    private static Span answer(String trace, String session, String text) {
        return Span.of("s", trace, "1", SpanKind.LLM)
                .sessionId(Optional.of(session))
                .messagesOut(List.of(Message.of(Role.ASSISTANT, text)))
                .build();
    }

    private static Signal correction(String trace, Optional<String> session, String text) {
        return Signal.of("s", "f", SignalChannel.CORRECTION)
                .traceId(Optional.of(trace))
                .sessionId(session)
                .text(Optional.of(text))
                .build();
    }
}
