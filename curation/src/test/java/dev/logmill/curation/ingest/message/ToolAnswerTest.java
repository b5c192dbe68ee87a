package dev.logmill.curation.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolAnswerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"tool\",\"content\":\"3 mm\",\"tool_call_id\":\"c1\"} # 3 mm # c1",
                "{\"type\":\"tool\",\"data\":{\"content\":\"3 mm\",\"tool_call_id\":\"c1\"}} # 3 mm # c1",
                "{\"lc\":1,\"type\":\"constructor\",\"kwargs\":{\"content\":\"3 mm\",\"tool_call_id\":\"c1\"}} # 3 mm # c1",
                "content='it\\'s wet' name='rain' tool_call_id='c1' # it's wet # c1",
                "content=\"3 mm\" tool_call_id='c1' # 3 mm # c1",
                "content='3 mm' and more # content='3 mm' and more # ``",
                "{\"content\":\"3 mm\"} # {\"content\":\"3 mm\"} # ``",
                "3 mm # 3 mm # ``"
            })
    void takesWhatTheToolSaidOutOfTheMessageThatItIsIn(String noted, String said, String callId) {
        ToolAnswer answer = ToolAnswer.of(TextNode.valueOf(noted));
        assertThat(Fields.asText(answer.said())).isEqualTo(said);
        assertThat(answer.callId().orElse("")).isEqualTo(callId);
    }
}
