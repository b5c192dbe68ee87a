package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Status;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors, refusals, filters, and calls of which one half is missing. */
class FailedCallsTest {
    private static final String CHAT = "'request':{'model':'m','messages':[{'role':'user','content':'hi'}]}";
    private static final String RESPONSES = "'request':{'model':'m','input':'hi'}";
    private static final String ANTHROPIC =
            "'request':{'model':'m','max_tokens':9,'system':'s','messages':[{'role':'user','content':'hi'}]}";

    private static Span call(String request, String response) throws Exception {
        return Records.span("{" + request + ",'response':" + response + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'status':401,'body':{'error':{'message':'bad key','type':'invalid_request_error','code':'invalid_api_key'}}} | invalid_request_error | bad key",
                "{'status':400,'body':{'error':{'message':'filtered','type':null,'code':'content_filter'}}} | content_filter | filtered",
                "{'status':529,'body':{'type':'error','error':{'type':'overloaded_error','message':'busy'}}} | overloaded_error | busy",
                "{'object':'error','message':'too long','type':'BadRequestError','code':400} | BadRequestError | too long",
                "{'status':404,'body':{'detail':'Not Found'}} | http_404 | Not Found",
                "{'status':403,'body':{'message':'Forbidden'}} | http_403 | Forbidden",
                "{'status':502,'body':'<html>bad gateway</html>'} | http_502 | <html>bad gateway</html>",
                "{'status':'503','body':null} | http_503 | "
            })
    void readsTheErrorOfAnyProvider(String response, String type, String message) throws Exception {
        for (String request : new String[] {CHAT, RESPONSES, ANTHROPIC}) {
            Span span = call(request, response);
            assertThat(span.status()).isEqualTo(Status.ERROR);
            assertThat(span.failure()).contains(new Failure(type, Optional.ofNullable(message)));
            assertThat(span.messagesIn()).isNotEmpty();
            assertThat(span.messagesOut()).isEmpty();
            assertThat(span.fidelity()).doesNotContain(Fidelity.MISSING_MESSAGES);
        }
    }

    @Test
    void tellsAnswersThatFailedFromThoseThatEnded() throws Exception {
        Span failed = call(
                RESPONSES,
                "{'object':'response','status':'failed','error':{'code':'server_error','message':'m'},'output':[]}");
        assertThat(failed.status()).isEqualTo(Status.ERROR);
        assertThat(failed.failure()).contains(new Failure("server_error", Optional.of("m")));
        Span fine = call(RESPONSES, "{'object':'response','status':'completed','error':null,'output':[]}");
        assertThat(fine.status()).isEqualTo(Status.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'choices':[{'index':0,'delta':{'content':'he'}}]},{'error':{'type':'server_error','message':'cut'}}]",
                "[{'type':'response.created','response':{'object':'response','status':'in_progress','output':[]}},"
                        + "{'type':'error','error':{'type':'server_error','message':'cut'}}]",
                "[{'type':'message_start','message':{'id':'m','content':[]}},"
                        + "{'type':'error','error':{'type':'server_error','message':'cut'}}]"
            })
    void tellsAnErrorInTheMiddleOfAnyStream(String events) throws Exception {
        Span span = call(events.contains("response.") ? RESPONSES : CHAT, events);
        assertThat(span.status()).isEqualTo(Status.ERROR);
        assertThat(span.failure()).contains(new Failure("server_error", Optional.of("cut")));
        assertThat(span.fidelity()).doesNotContain(Fidelity.PARTIAL_STREAM);
    }

    @Test
    void keepsNoBytesOfALostBodyAsTheMessageOfAnError() throws Exception {
        Span span = call(CHAT, "{'status':404,'body':'\\u001f\\ufffd\\b\\u0000'}");
        assertThat(span.failure()).contains(new Failure("http_404", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'choices':[{'finish_reason':'stop','message':{'role':'assistant','content':null,'refusal':'No'}}]}",
                "{'object':'response','status':'completed','output':[{'type':'message','role':'assistant','content':["
                        + "{'type':'refusal','refusal':'No'}]}]}"
            })
    void keepsARefusalApartFromText(String response) throws Exception {
        Span span = call(response.contains("choices") ? CHAT : RESPONSES, response);
        Message answer = span.messagesOut().get(0);
        assertThat(answer.refusal()).contains("No");
        assertThat(answer.content()).isEmpty();
        assertThat(span.status()).isEqualTo(Status.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'choices':[{'index':0,'finish_reason':'content_filter','content_filter_results':{}}]}",
                "{'choices':[{'index':0,'finish_reason':'content_filter','message':{'role':'assistant','content':'well'}}]}",
                "{'object':'response','status':'incomplete','incomplete_details':{'reason':'content_filter'},'output':[]}",
                "{'type':'message','role':'assistant','content':[],'stop_reason':'refusal'}"
            })
    void tellsWhatAFilterStopped(String response) throws Exception {
        Span span = call(CHAT, response);
        assertThat(span.model().orElseThrow().finishReason()).contains("content_filter");
        assertThat(span.status()).isEqualTo(Status.OK);
    }

    @Test
    void readsARequestThatWasNeverAnswered() throws Exception {
        for (String request : new String[] {CHAT, RESPONSES, ANTHROPIC}) {
            Span span = Records.span("{" + request + ",'timestamp':1769246447}");
            assertThat(span.status()).isEqualTo(Status.UNSET);
            assertThat(span.messagesIn()).isNotEmpty();
            assertThat(span.messagesOut()).isEmpty();
            assertThat(span.usage()).isEmpty();
            assertThat(span.fidelity()).containsExactly(Fidelity.MISSING_MESSAGES);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'choices':[{'finish_reason':'stop','message':{'content':'yo'}}],'created':1769246447}",
                "{'object':'response','status':'completed','created_at':1769246447,'output':[{'type':'message','role':'assistant',"
                        + "'content':[{'type':'output_text','text':'yo'}]}]}"
            })
    void readsAnAnswerWithoutItsRequest(String response) throws Exception {
        Span span = Records.span("{'response':" + response + "}");
        assertThat(span.messagesIn()).isEmpty();
        assertThat(span.messagesOut().get(0).content()).contains("yo");
        assertThat(span.fidelity()).containsExactly(Fidelity.MISSING_MESSAGES);
    }
}
