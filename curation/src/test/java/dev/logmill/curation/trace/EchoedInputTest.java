package dev.logmill.curation.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoedInputTest {
    /** Messages by who speaks, S, U or A, and what. */
    private static List<Message> talk(String written) {
        return Arrays.stream(written.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> Message.of(
                        word.startsWith("S") ? Role.SYSTEM : word.startsWith("U") ? Role.USER : Role.ASSISTANT,
                        word.substring(1)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "U1, U1 A1, A1",
        "U1, A1, A1",
        "U1 A1 U2, U1 A1 U2 A2, A2",
        "U2, U1 A1 U2 A2, A2",
        "U1, U0 A0 U1 A1 U1 A2, A2",
        "U1, U1 A1 U1 A2, A1 U1 A2",
        "S U1, U1 A1, A1",
        "U1, U1, ''",
        "A1, A1 A2, A1 A2",
        "U1 A1, U1 A1, U1 A1",
        "U1, U2 A1, U2 A1",
        "'', U1 A1, U1 A1"
    })
    void leavesOutWhatWentIn(String in, String out, String answered) {
        Span span = Span.of("s", "t", "s1", SpanKind.CHAIN)
                .messagesIn(talk(in))
                .messagesOut(talk(out))
                .build();
        assertThat(EchoedInput.without(span).messagesOut()).isEqualTo(talk(answered));
    }
}
