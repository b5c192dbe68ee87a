package dev.logmill.curation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call that goes on with another one has its own system message alone; a turn of a logged talk has what was said before it. */
class ContinuedTalkTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | system:a user:x assistant:y | system:b user:z | system:b user:x assistant:y user:z",
                "0 | system:a user:x assistant:y | system:a user:z | system:a user:x assistant:y user:z",
                "0 | system:a user:x assistant:y | user:z          | system:a user:x assistant:y user:z",
                "0 | user:x assistant:y          | system:b user:z | system:b user:x assistant:y user:z",
                "2 | system:a user:x assistant:y | system:b user:z | system:a user:x assistant:y system:b user:z",
                "2 | system:a user:x assistant:y | user:z          | system:a user:x assistant:y user:z"
            })
    void knowsTheSystemMessageOfACall(int sequence, String before, String added, String whole) {
        Span span = Span.of("app", "t", "s", SpanKind.LLM)
                .sequence(sequence)
                .messagesIn(messages(added))
                .build();
        assertThat(ContinuedTalk.of(MessageChain.of(messages(before)), span).messages())
                .isEqualTo(messages(whole));
    }

    private static List<Message> messages(String talk) {
        return Arrays.stream(talk.split(" "))
                .map(said -> said.split(":"))
                .map(said -> Message.of(Role.valueOf(said[0].toUpperCase(Locale.ROOT)), said[1]))
                .toList();
    }
}
