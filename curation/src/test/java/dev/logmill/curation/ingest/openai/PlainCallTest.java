package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that were logged as an input and an output, without any API. */
class PlainCallTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'hi'                              | hi",
                "'42'                              | 42",
                "'{`order`:7}'                     | {\"order\":7}",
                "{'order':7}                       | {\"order\":7}",
                "['a','b']                         | [\"a\",\"b\"]",
                "[{'role':'user','content':'hi'}]  | hi",
                "'[{`role`:`user`,`content`:`hi`}]' | hi",
                "{'messages':[{'role':'user','content':'hi'}]} | hi",
                "{'input':'hi','temperature':0}    | hi"
            })
    void readsAnyInputAsWhatTheUserSaid(String input, String said) throws Exception {
        Span span = Records.span("{'input':" + input.replace("`", "\\\"") + ",'output':'yo'}");
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, said));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
        assertThat(span.status()).isEqualTo(Status.OK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'yo'                                | yo",
                "'{`label`:`refund`}'                | {\"label\":\"refund\"}",
                "'[1,2]'                             | [1,2]",
                "'{oops'                             | {oops",
                "'{`done`:true}'                     | {\"done\":true}",
                "{'role':'assistant','content':'yo'} | yo",
                "[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':'yo'}}] | yo"
            })
    void readsAnyTextAsWhatTheModelAnswered(String output, String said) throws Exception {
        Span span = Records.span("{'input':'hi','output':" + output.replace("`", "\\\"") + "}");
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, said));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'messages':[{'role':'user','content':'hi'}]", "'prompt':'hi'"})
    void readsATextBesideMessagesOrAPromptAsTheAnswer(String asked) throws Exception {
        Span span = Records.span("{'model':'m'," + asked + ",'response':'yo'}");
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
    }

    @Test
    void aTextBesideAFailureIsNobodysAnswer() throws Exception {
        Span span = Records.span("{'messages':[{'role':'user','content':'hi'}],'response':'no upstream','status':503}");
        assertThat(span.messagesOut()).isEmpty();
        assertThat(span.failure().orElseThrow().message()).contains("no upstream");
    }

    @Test
    void readsTheInputOfACallOfChatCompletionsToo() throws Exception {
        Span span = Records.span("{'input':[{'role':'user','content':'hi'}],'output':{'choices':[{'index':0,"
                + "'finish_reason':'stop','message':{'role':'assistant','content':'yo'}}]}}");
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
    }

    @Test
    void knowsTheBodyOfAnApiThoughItStandsInText() throws Exception {
        Span chat = Records.span("{'messages':[{'role':'user','content':'hi'}],'output':"
                + "'{\\\"id\\\":\\\"r\\\",\\\"choices\\\":[{\\\"message\\\":{\\\"content\\\":\\\"yo\\\"}}]}'}");
        assertThat(chat.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
        assertThat(chat.model().orElseThrow().responseId()).contains("r");
        Span failed = Records.span("{'messages':[{'role':'user','content':'hi'}],'output':"
                + "'{\\\"error\\\":{\\\"type\\\":\\\"busy\\\"}}'}");
        assertThat(failed.failure().orElseThrow().type()).isEqualTo("busy");
    }

    /** A text where messages should be is what the user said, or the messages as JSON, in whatever place the request has. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'request':{'model':'m','messages':'Where?'},'response':{'choices':[{'finish_reason':'stop','message':{'content':'There'}}]}",
                "'model':'m','messages':'Where?','response':{'choices':[{'finish_reason':'stop','message':{'content':'There'}}]}",
                "'model':'m','messages':'Where?','output':'There'",
                "'request':{'messages':'Where?','max_tokens':9},'response':{'type':'message','role':'assistant','content':[{'type':'text','text':'There'}]}",
                "'request':{'messages':'[{\\\"role\\\":\\\"user\\\",\\\"content\\\":\\\"Where?\\\"}]'},'response':{'choices':[{'finish_reason':'stop','message':{'content':'There'}}]}"
            })
    void takesATextForWhatTheUserSaid(String record) throws Exception {
        Span span = Records.span("{" + record + "}");
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, "Where?"));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "There"));
        assertThat(span.fidelity()).doesNotContain(Fidelity.MISSING_MESSAGES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'model':'m'",
                "'created_at':'2026-01-24T09:20:46Z'",
                "'id':'c1'",
                "'session_id':'s1'",
                "'model':'m','id':'c1','session_id':'s1','created_at':1769246447,'metadata':{'a':1},'tools':[]"
            })
    void takesTheLastMessageOfAConversationForItsAnswerWhateverALogWritesBeside(String beside) throws Exception {
        Span span = Records.span(
                "{'messages':[{'role':'user','content':'hi'},{'role':'assistant','content':'hello'}]," + beside + "}");
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "hello"));
    }

    @Test
    void keepsWhatStandsBesideAConversation() throws Exception {
        Span span = Records.span("{'messages':[{'role':'user','content':'hi'},{'role':'assistant','content':'hello'}],"
                + "'model':'m','id':'c1','session_id':'s1','created_at':1769246447,'metadata':{'shift':'late'}}");
        assertThat(span.spanId()).isEqualTo("c1");
        assertThat(span.sessionId()).contains("s1");
        assertThat(span.startedAt()).contains(Instant.ofEpochSecond(1769246447));
        assertThat(span.model().orElseThrow().requested()).contains("m");
        assertThat(span.attributes()).contains("late");
    }

    @Test
    void takesACompletionBesideMessagesForTheAnswer() throws Exception {
        Span span = Records.span("{'messages':[{'role':'user','content':'hi'}],'completion':'hello'}");
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "hello"));
    }
}
