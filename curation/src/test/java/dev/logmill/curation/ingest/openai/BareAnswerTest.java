package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.logmill.curation.ingest.RecordReader;
import dev.logmill.curation.ingest.StoredBytes;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.privacy.Unchanged;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Status;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payloads of providers as they were saved: answers without requests, chunks as an array, requests without answers. */
class BareAnswerTest {
    private static final String CHUNKS =
            "[{'id':'r','choices':[{'index':0,'delta':{'role':'assistant','content':'he'}}]},"
                    + "{'id':'r','choices':[{'index':0,'delta':{'content':'llo'},'finish_reason':'stop'}]},"
                    + "{'id':'r','choices':[],'usage':{'prompt_tokens':3,'completion_tokens':2}}]";

    /** What becomes of the records of an object: what was said, or the reason why not. */
    private static List<String> read(String content, int limit) {
        RecordReader reader = new RecordReader(new OpenAiLog(), "demo", new Unchanged(), LocalDate.EPOCH, 1);
        RawObject object = new RawObject("app", "a.json", "a.json", "", 0, Optional.empty());
        byte[] bytes = content.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Iterator<RawPiece> pieces = reader.pieces(object, new StoredBytes(bytes), limit);
        List<String> read = new ArrayList<>();
        pieces.forEachRemaining(piece -> reader.records(piece)
                .forEach(record -> read.add(record.position() + " "
                        + reader.read(record)
                                .fold(
                                        done -> done.spans()
                                                .get(0)
                                                .messagesOut()
                                                .get(0)
                                                .content()
                                                .orElse(""),
                                        not -> not.reason() + " " + not.detail()))));
        return read;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':'r','object':'chat.completion','created':1769246447,'model':'m','choices':[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':'hello'}}],'usage':{'prompt_tokens':3,'completion_tokens':2}}",
                "{'id':'r','object':'response','status':'completed','instructions':null,'model':'m','tools':[],'output':[{'type':'message','role':'assistant','content':[{'type':'output_text','text':'hello'}]}],'usage':{'input_tokens':3,'output_tokens':2}}",
                "{'id':'r','type':'message','role':'assistant','model':'m','content':[{'type':'text','text':'hello'}],'stop_reason':'end_turn','usage':{'input_tokens':3,'output_tokens':2}}"
            })
    void readsAnAnswerWithoutItsRequest(String body) throws Exception {
        Span span = Records.span(body);
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "hello"));
        assertThat(span.messagesIn()).isEmpty();
        assertThat(span.fidelity()).contains(Fidelity.MISSING_MESSAGES);
        assertThat(span.spanId()).isEqualTo("r");
        assertThat(span.status()).isEqualTo(Status.OK);
        assertThat(span.usage().orElseThrow().inputTokens()).contains(3L);
        assertThat(span.model().orElseThrow().finishReason()).contains("stop");
    }

    @Test
    void readsAnArrayOfChunksAsOneAnswer() {
        assertThat(read(CHUNKS, 1 << 20)).containsExactly("1 hello");
        assertThat(read(
                        "[{'type':'message_start','message':{'id':'r','content':[]}},{'type':'content_block_delta',"
                                + "'index':0,'delta':{'type':'text_delta','text':'hello'}},{'type':'message_stop'}]",
                        1 << 20))
                .containsExactly("1 hello");
    }

    @Test
    void readsAnArrayOfAnswersOneByOne() {
        String answer = "{'choices':[{'message':{'role':'assistant','content':'hello'}}]}";
        assertThat(read("[" + answer + "," + answer + "]", 1 << 20)).containsExactly("1 hello", "2 hello");
    }

    @Test
    void makesNoAnswerOfTheChunksOfTwo() {
        assertThat(read(CHUNKS.replaceFirst("'id':'r'", "'id':'q'"), 1 << 20))
                .containsExactly("1 UNKNOWN_SHAPE a list, and not of the chunks of one streamed answer");
    }

    @Test
    void tellsChunksThatAreTooManyOrCutOffAsOneRecord() {
        assertThat(read(CHUNKS, 150)).singleElement().asString().startsWith("1 RECORD_TOO_LARGE an array of ");
        assertThat(read(CHUNKS.substring(0, CHUNKS.length() - 9), 1 << 20))
                .singleElement()
                .asString()
                .contains(" MALFORMED_JSON ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'model':'m','messages':[{'role':'user','content':'hi'}]} | response: a request without its response",
                "{'model':'m','input':'hi'}                                | response: a request without its response",
                "{'model':'m','max_tokens':9,'system':'x','messages':[{'role':'user','content':'hi'}]}   | response: a request without its response",
                "{'contents':[{'parts':[{'text':'hi'}]}]}                  | response: a request without its response"
            })
    void saysWhatABodyIsThatItCannotRead(String body, String detail) {
        UnreadableRecord refused = catchThrowableOfType(UnreadableRecord.class, () -> Records.span(body));
        assertThat(refused).hasMessage(detail);
    }

    @Test
    void takesARequestWithATimeForACallThatGotNoAnswer() throws Exception {
        assertThat(Records.span("{'timestamp':1769246447,'model':'m','messages':[{'role':'user','content':'hi'}]}")
                        .fidelity())
                .contains(Fidelity.MISSING_MESSAGES);
    }
}
