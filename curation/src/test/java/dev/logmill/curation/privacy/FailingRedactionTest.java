package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Scan;
import dev.logmill.curation.privacy.detect.Signs;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailingRedactionTest {
    private static final Pseudonyms KEYED = new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8));

    /** Finds what it was made to find, or fails. */
    private record Given(boolean mayFails, List<Finding> findings) implements Detector {
        @Override
        public boolean mayFind(Signs signs) {
            if (mayFails) {
                throw new IllegalStateException("secret");
            }
            return true;
        }

        @Override
        public void find(Scan scan, String label, Consumer<Finding> sink) {
            if (findings.isEmpty()) {
                throw new IllegalStateException("secret");
            }
            findings.forEach(sink);
        }
    }

    @Test
    void aFailingDetectorIsAFailureThatKeepsNoText() {
        for (boolean mayFails : new boolean[] {true, false}) {
            ContentRedaction redaction = new ContentRedaction(KEYED, List.of(new Given(mayFails, List.of())));
            Span span = Span.of("s", "t", "1", SpanKind.LLM).build();
            assertThatThrownBy(() -> redaction.span(span))
                    .isInstanceOf(PrivacyFailure.class)
                    .hasMessage("Given")
                    .hasNoCause();
        }
    }

    @Test
    void aFindingOutsideTheTextIsAFailureToo() {
        Given wrong = new Given(false, List.of(new Finding("EMAIL", 3, 99, "x")));
        Span span = Span.of("s", "t", "1", SpanKind.LLM).name("name").build();
        assertThatThrownBy(() -> new ContentRedaction(KEYED, List.of(wrong)).span(span))
                .isInstanceOf(PrivacyFailure.class);
    }

    @Test
    void ofOverlappingFindingsTheLongestStandsHoweverManyThereAre() throws PrivacyFailure {
        // Comparing each two of them would be 10^10 steps.
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            findings.add(new Finding("IP", 10 * i, 10 * i + 4, "short"));
            findings.add(new Finding("CARD", 10 * i + 3, 10 * i + 9, "long"));
        }
        List<Finding> standing = new TextRedactor(List.of(new Given(false, findings)), KEYED).standing("text", "");
        assertThat(standing).hasSize(100_000).allMatch(finding -> finding.type().equals("CARD"));
        assertThat(standing.get(1).start()).isEqualTo(13);
    }

    /** Takes its time over each text, and finds nothing. */
    private record Slow(long millis) implements Detector {
        @Override
        public boolean mayFind(Signs signs) {
            return true;
        }

        @Override
        public void find(Scan scan, String label, Consumer<Finding> sink) {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < 1_000_000 * millis) {
                Thread.onSpinWait();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, the check as a whole ran longer than PT0.05S", "100000, Slow ran longer than PT0.05S"})
    void aRowWhoseCheckRunsLongIsAFailureThatKeepsNoText(int chars, String said) {
        ContentRedaction redaction = slow(Duration.ofMillis(50));
        Span span = said("x".repeat(chars));
        assertThatThrownBy(() -> redaction.span(span))
                .isInstanceOf(PrivacyFailure.class)
                .hasMessage(said)
                .hasNoCause();
    }

    private static ContentRedaction slow(Duration most) {
        return new ContentRedaction(
                KEYED, new Detectors(List.of(new Slow(60)), List.of(), List.of(), KeptWords.NONE), most);
    }

    private static Span said(String text) {
        return Span.of("s", "t", "1", SpanKind.LLM)
                .messagesIn(List.of(Message.of(Role.USER, text)))
                .build();
    }

    @Test
    void theNextRowHasAllItsTimeAgain() throws PrivacyFailure {
        ContentRedaction redaction = slow(Duration.ofMillis(150));
        for (String text : List.of("one", "two", "three", "four")) {
            assertThat(redaction.span(said(text)).messagesIn()).hasSize(1);
        }
    }

    @Test
    void aSignalIsGivenNoMoreTimeThanASpan() {
        ContentRedaction redaction = slow(Duration.ofMillis(50));
        Signal signal = Signal.of("s", "f", SignalChannel.THUMB)
                .text(Optional.of("thanks"))
                .build();
        assertThatThrownBy(() -> redaction.signal(signal)).isInstanceOf(PrivacyFailure.class);
    }

    @Test
    void aMegabyteOfAnyMarkIsOnePass() throws PrivacyFailure {
        TextRedactor redactor = new TextRedactor(DetectorKind.all(), KEYED);
        for (String mark : List.of(
                "1", "1 ", "1-", "+", "+1", "(1", "(1)", ":", "a:", "1.", "1:", "@", "DE89 ", "4111 ", "call 1 ")) {
            String text = mark.repeat(1_000_000 / mark.length());
            assertThat(redactor.redact(text, "scope")).isEqualTo(text);
        }
    }
}
