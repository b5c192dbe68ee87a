package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedAnswersTest {
    private static final String CHAT = "{'id':'c1','object':'chat.completion','model':'m','choices':["
            + "{'index':0,'finish_reason':'tool_calls','message':{'role':'assistant','content':'Let me look',"
            + "'reasoning_content':'hm','tool_calls':["
            + "{'id':'t1','type':'function','function':{'name':'find','arguments':'{\\'n\\':123456789012345678901}'}},"
            + "{'id':'t2','type':'function','function':{'name':'find','arguments':'{}'}}]}},"
            + "{'index':1,'finish_reason':'stop','message':{'role':'assistant','content':null,'refusal':'No, never'}}],"
            + "'usage':{'prompt_tokens':9,'completion_tokens':4,'prompt_tokens_details':{'cached_tokens':2}}}";
    private static final String RESPONSES = "{'id':'r1','object':'response','status':'completed','model':'m','output':["
            + "{'type':'reasoning','id':'rs','summary':[{'type':'summary_text','text':'thinking hard'}]},"
            + "{'type':'message','role':'assistant','content':[{'type':'output_text','text':'Hello there'},"
            + "{'type':'refusal','refusal':'not that'}]},"
            + "{'type':'function_call','call_id':'t1','name':'find','arguments':'{\\'b\\':1,\\'a\\':2}'}],"
            + "'usage':{'input_tokens':9,'output_tokens':4,'output_tokens_details':{'reasoning_tokens':3}}}";
    private static final String ANTHROPIC = "{'id':'a1','type':'message','role':'assistant','model':'m','content':["
            + "{'type':'thinking','thinking':'well well','signature':'s'},{'type':'text','text':'Let me look'},"
            + "{'type':'tool_use','id':'t1','name':'find','input':{'b':1,'a':[1,2]}},"
            + "{'type':'tool_use','id':'t2','name':'now','input':{}}],'stop_reason':'tool_use',"
            + "'usage':{'input_tokens':5,'cache_read_input_tokens':7,'cache_creation_input_tokens':1,'output_tokens':4}}";

    private static ObjectNode call(JsonNode response) {
        ObjectNode record = (ObjectNode) Records.json("{'request':{}}");
        ObjectNode request = (ObjectNode) record.path("request");
        if (response.toString().contains("response")) {
            request.put("input", "hi");
        } else {
            request.set("messages", Records.json("[{'role':'user','content':'hi'}]"));
        }
        return (ObjectNode) record.set("response", response);
    }

    /** The made-up bodies nest JSON in JSON, so their inner quotes need one more escape. */
    private static JsonNode body(String text) {
        return Records.json(text.replace("\\'", "\\\""));
    }

    private static void assertSameAnswer(Span streamed, Span whole) {
        assertThat(streamed.messagesOut()).isEqualTo(whole.messagesOut()).isNotEmpty();
        assertThat(streamed.usage()).isEqualTo(whole.usage()).isPresent();
        assertThat(streamed.status()).isEqualTo(whole.status()).isEqualTo(Status.OK);
        assertThat(streamed.model().orElseThrow().finishReason())
                .isEqualTo(whole.model().orElseThrow().finishReason())
                .isPresent();
        assertThat(streamed.fidelity()).isEqualTo(whole.fidelity());
    }

    @ParameterizedTest
    @ValueSource(strings = {CHAT, RESPONSES, ANTHROPIC})
    void readsAListOfEventsAsTheWholeAnswer(String text) throws Exception {
        JsonNode body = body(text);
        assertSameAnswer(Records.span(call(StreamedForm.of(body))), Records.span(call(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {CHAT, RESPONSES, ANTHROPIC})
    void readsTheTextOfAServerSentStreamAsTheWholeAnswer(String text) throws Exception {
        JsonNode body = body(text);
        ObjectNode streamed = call(body);
        streamed.put("response", StreamedForm.text(StreamedForm.of(body)));
        assertSameAnswer(Records.span(streamed), Records.span(call(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunks", "events"})
    void findsTheEventsInsideAnObject(String name) throws Exception {
        JsonNode body = body(CHAT);
        ObjectNode wrapped = (ObjectNode) Records.json("{}");
        wrapped.set(name, StreamedForm.of(body));
        assertSameAnswer(Records.span(call(wrapped)), Records.span(call(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {CHAT, RESPONSES, ANTHROPIC})
    void notesAStreamWithoutItsEnd(String text) throws Exception {
        ArrayNode events = StreamedForm.of(body(text));
        events.remove(events.size() - 1);
        while (text.equals(CHAT) && !events.isEmpty() && events.size() > 5) {
            events.remove(events.size() - 1);
        }
        Span span = Records.span(call(events));
        assertThat(span.fidelity()).contains(Fidelity.PARTIAL_STREAM);
        assertThat(span.messagesOut()).isNotEmpty();
    }

    @Test
    void rebuildsAResponseWhoseLastEventNeverCame() throws Exception {
        JsonNode body = body(RESPONSES);
        ArrayNode events = StreamedForm.of(body);
        events.remove(events.size() - 1);
        assertThat(Records.span(call(events)).messagesOut())
                .isEqualTo(Records.span(call(body)).messagesOut());
    }

    /** Gateways leave the index out; the items then go by their ids, and the pieces of two may take turns. */
    @Test
    void tellsItemsByTheirIdsWhereTheyHaveNoIndex() throws Exception {
        Span span = Records.span("{'request':{'input':'hi'},'response':["
                + "{'type':'response.output_item.added','item':{'type':'message','id':'m1','role':'assistant','content':[]}},"
                + "{'type':'response.output_item.added','item':{'type':'function_call','id':'f1','call_id':'a','name':'f','arguments':''}},"
                + "{'type':'response.output_item.added','item':{'type':'function_call','id':'f2','call_id':'b','name':'g','arguments':''}},"
                + "{'type':'response.function_call_arguments.delta','item_id':'f1','delta':'{\\'n\\':'},"
                + "{'type':'response.output_text.delta','item_id':'m1','content_index':0,'delta':'I '},"
                + "{'type':'response.function_call_arguments.delta','item_id':'f2','delta':'{}'},"
                + "{'type':'response.output_text.delta','item_id':'m1','content_index':0,'delta':'look.'},"
                + "{'type':'response.function_call_arguments.delta','item_id':'f1','delta':'7}'}]}");
        assertThat(span.messagesOut()).singleElement().satisfies(answer -> {
            assertThat(answer.content()).contains("I look.");
            assertThat(answer.toolCalls())
                    .containsExactly(new ToolCall("a", "f", "{\"n\":7}"), new ToolCall("b", "g", "{}"));
        });
    }

    @Test
    void keepsParallelCallsApartWhereTheServerGivesEachIndexZero() throws Exception {
        Span span = Records.span(
                "{'request':{'messages':[{'role':'user','content':'hi'}]},'response':["
                        + "{'choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'{}'}}]}}]},"
                        + "{'choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'id':'b','function':{'name':'g','arguments':'{}'}}]},'finish_reason':'tool_calls'}]}]}");
        assertThat(span.messagesOut().get(0).toolCalls())
                .containsExactly(new ToolCall("a", "f", "{}"), new ToolCall("b", "g", "{}"));
    }

    @Test
    void tellsAnErrorInTheMiddleOfAStream() throws Exception {
        Span span = Records.span("{'request':{'messages':[{'role':'user','content':'hi'}]},'response':["
                + "{'type':'message_start','message':{'id':'m','usage':{'input_tokens':3}}},"
                + "{'type':'error','error':{'type':'overloaded_error','message':'busy'}}]}");
        assertThat(span.status()).isEqualTo(Status.ERROR);
        assertThat(span.failure().orElseThrow().type()).isEqualTo("overloaded_error");
    }

    /** Writer names id, type and name of a call once and writes them as null from then on. */
    @Test
    void takesNoNullForTheIdOfAnotherCall() throws Exception {
        Span span = Records.span("{'request':{'messages':[{'role':'user','content':'hi'}]},'response':["
                + "{'choices':[{'index':0,'delta':{'content':null,'tool_calls':[{'index':0,'id':'a','type':'function',"
                + "'function':{'name':'f','arguments':null}}]}}]},"
                + "{'choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'id':null,'type':null,"
                + "'function':{'name':null,'arguments':'{\\\"n\\\":'}}]}}]},"
                + "{'choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'id':null,'function':{'arguments':'7}'}}]},"
                + "'finish_reason':'tool_calls'}]}]}");
        assertThat(span.messagesOut().get(0).toolCalls()).containsExactly(new ToolCall("a", "f", "{\"n\":7}"));
        assertThat(span.messagesOut().get(0).content()).isEmpty();
    }

    @Test
    void findsTheUsageThatGroqStreamsInAFieldOfItsOwn() throws Exception {
        Span span = Records.span("{'request':{'messages':[{'role':'user','content':'hi'}]},'response':["
                + "{'choices':[{'index':0,'delta':{'content':'yo'}}]},"
                + "{'choices':[{'index':0,'delta':{},'finish_reason':'stop'}],"
                + "'x_groq':{'usage':{'prompt_tokens':18,'completion_tokens':73}}}]}");
        assertThat(span.usage().orElseThrow().inputTokens()).contains(18L);
        assertThat(span.usage().orElseThrow().outputTokens()).contains(73L);
    }

    /** Together's chunks have a text beside the delta. */
    @Test
    void takesTheDeltaOfAChunkThatHasATextToo() throws Exception {
        Span span = Records.span(
                "{'request':{'messages':[{'role':'user','content':'hi'}],'stream':true},'response':["
                        + "{'object':'chat.completion.chunk','choices':[{'index':0,'text':'','delta':{'role':'assistant','content':'',"
                        + "'reasoning':'hm'}}]},{'object':'chat.completion.chunk','choices':[{'index':0,'text':'','delta':{'content':'','tool_calls':"
                        + "[{'index':0,'id':'c1','type':'function','function':{'name':'rain','arguments':'{}'}}]},'finish_reason':'tool_calls'}]}]}");
        assertThat(span.messagesOut().get(0).toolCalls()).containsExactly(new ToolCall("c1", "rain", "{}"));
        assertThat(span.messagesOut().get(0).reasoning()).contains("hm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'text':''", "'text':null", "'delta':null", "'delta':{}"})
    void takesTheMessageOfAChoiceThatHasMoreBesideIt(String beside) throws Exception {
        Span span = Records.span(
                "{'request':{'messages':[{'role':'user','content':'hi'}]},'response':{'choices':[{'message':"
                        + "{'role':'assistant','content':'yo'}," + beside + ",'finish_reason':'stop'}]}}");
        assertThat(span.messagesOut().get(0).content()).contains("yo");
    }

    /** Writer's chunks have a message beside the delta. */
    @Test
    void takesTheDeltaOfAChunkThatHasAMessageToo() throws Exception {
        Span span = Records.span(
                "{'request':{'messages':[{'role':'user','content':'hi'}],'stream':true},'response':["
                        + "{'object':'chat.completion.chunk','choices':[{'index':0,'delta':{'content':'y'},'message':{'content':'y'}}]},"
                        + "{'object':'chat.completion.chunk','choices':[{'index':0,'delta':{'content':'o'},'message':{'content':'o'},'finish_reason':'stop'}]}]}");
        assertThat(span.messagesOut().get(0).content()).contains("yo");
    }
}
