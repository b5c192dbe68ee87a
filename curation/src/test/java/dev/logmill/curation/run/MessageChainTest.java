package dev.logmill.curation.run;

import static dev.logmill.curation.SampleSpans.assistant;
import static dev.logmill.curation.SampleSpans.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageChainTest {
    private static final MessageChain TWO = MessageChain.of(List.of(user("a"), assistant("b")));

    @Test
    void growsWithoutChangingWhatItGrewFrom() {
        MessageChain three = TWO.plus(user("c"));

        assertThat(TWO.messages()).containsExactly(user("a"), assistant("b"));
        assertThat(three.messages()).containsExactly(user("a"), assistant("b"), user("c"));
    }

    @Test
    void countsTheBeginningThatItSharesWithItsOwnContinuation() {
        assertThat(TWO.plus(user("c")).sharedWith(TWO.plus(user("d")))).isEqualTo(2);
    }

    @Test
    void countsEqualMessagesThatWereReadSeparately() {
        MessageChain again = MessageChain.of(List.of(user("a"), assistant("b"), user("c")));

        assertThat(TWO.sharedWith(again)).isEqualTo(2);
        assertThat(again.sharedWith(TWO)).isEqualTo(2);
    }

    @Test
    void countsEqualMessagesAfterThePointWhereTwoChainsPart() {
        assertThat(TWO.plus(user("c")).sharedWith(TWO.plus(user("c")))).isEqualTo(3);
    }

    @Test
    void sharesNothingWithTheEmptyChain() {
        assertThat(TWO.sharedWith(MessageChain.EMPTY)).isZero();
        assertThat(MessageChain.EMPTY.sharedWith(TWO)).isZero();
    }

    @Test
    void isCutToItsFirstMessages() {
        List<Message> first = TWO.first(1).messages();

        assertThat(first).containsExactly(user("a"));
        assertThat(TWO.first(9)).isSameAs(TWO);
        assertThat(TWO.after(1)).containsExactly(assistant("b"));
    }
}
