package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.Pitfalls.ASKED;
import static dev.logmill.curation.ingest.Pitfalls.HI;
import static dev.logmill.curation.ingest.Pitfalls.answer;
import static dev.logmill.curation.ingest.Pitfalls.llm;
import static dev.logmill.curation.ingest.Pitfalls.mapped;
import static dev.logmill.curation.ingest.Pitfalls.openai;
import static dev.logmill.curation.ingest.Pitfalls.otlp;
import static dev.logmill.curation.ingest.Written.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes wrong with what was said: it is streamed, cut, an image, a call without a partner; see {@link Pitfalls}.
 */
class MessagePitfallsTest {
    /** Chunks are put together by their index, and what tells of chunks is no call of its own. */
    @Test
    void streamingChunks() throws Exception {
        String chunks =
                "[{'object':'chat.completion.chunk','choices':[{'index':0,'delta':{'role':'assistant','content':'Let '}}]},"
                        + "{'object':'chat.completion.chunk','choices':[{'index':0,'delta':{'content':'me','tool_calls':[{'index':0,'id':'c','function':{'name':'f','arguments':''}}]}}]},"
                        + "{'object':'chat.completion.chunk','choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'function':{'arguments':'{`a`'}},{'index':1,'id':'d','function':{'name':'g','arguments':'{}'}}]}}]},"
                        + "{'object':'chat.completion.chunk','choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'function':{'arguments':':1}'}}]},'finish_reason':'tool_calls'}]}]";
        Span streamed = openai("{'request':{" + ASKED + "},'response':" + chunks.replace("`", "\\'") + "}");
        Span whole = openai(
                answer("{'content':'Let me','tool_calls':[{'id':'c','function':{'name':'f','arguments':{'a':1}}},"
                        + "{'id':'d','function':{'name':'g','arguments':{}}}]}"));
        assertThat(streamed.messagesOut()).isEqualTo(whole.messagesOut());
        assertThat(streamed.fidelity()).doesNotContain(Fidelity.PARTIAL_STREAM);

        Span chunk = otlp("", "'mastra.span.type':'model_chunk','gen_ai.usage.input_tokens':15");
        assertThat(chunk.kind()).isEqualTo(SpanKind.CHAIN);
        assertThat(chunk.usage()).isEmpty();
        Span run = NativeLog.LANGSMITH.span(
                "'input':" + HI + ",'extra':{'events':[{'name':'new_token','kwargs':{'token':'Let'}},{'name':'end'}]}");
        assertThat(run.attributes()).contains("end").doesNotContain("new_token");
    }

    @ParameterizedTest
    @EnumSource
    void truncationIn(NativeLog log) {
        String cut = "12 (litellm_truncated 12982 chars) 34";
        Span in = log.span("'input':[{'role':'user','content':'" + cut
                + "'}],'output':{'role':'assistant','content':'and so on ...'}");
        assertThat(in.fidelity()).contains(Fidelity.TRUNCATED_INPUT).doesNotContain(Fidelity.TRUNCATED_OUTPUT);
        Span out =
                log.span("'input':[{'role':'user','content':'and so on ...'}],'output':{'role':'assistant','content':'"
                        + cut + "'}");
        assertThat(out.fidelity()).contains(Fidelity.TRUNCATED_OUTPUT).doesNotContain(Fidelity.TRUNCATED_INPUT);
        Span arguments = log.span(
                "'input':" + HI
                        + ",'output':{'role':'assistant','tool_calls':[{'id':'c','type':'function','function':{'name':'f','arguments':'{'}}]}");
        assertThat(arguments.fidelity()).contains(Fidelity.UNPARSED_ARGUMENTS);
        assertThat(arguments.messagesOut().get(0).toolCalls()).containsExactly(new ToolCall("c", "f", "{"));
    }

    @Test
    void truncationToldByTheLogger() throws Exception {
        assertThat(otlp(",'droppedAttributesCount':2", llm("'input.value':'hi'"))
                        .fidelity())
                .contains(Fidelity.DROPPED_ATTRIBUTES);
        assertThat(otlp(",'droppedAttributesCount':0", llm("'input.value':'hi'"))
                        .fidelity())
                .doesNotContain(Fidelity.DROPPED_ATTRIBUTES);
        String ids =
                "'trace_id':'t','span_id':'s','name':'chat','data':{'gen_ai.request.messages':'hi','gen_ai.response.text':'yo'}";
        String cut = "{'gen_ai.request.messages':{'0':{'content':{'':{'len':90000}}}},'http.url':{'':{'len':99}}}";
        String transaction = "{'spans':[{%s},{%s}],'_meta':{'spans':{'1':{'data':%s}}}}".formatted(ids, ids, cut);
        RawRecord document = new RawRecord("s", "o", 1, Optional.empty(), "d", json(transaction));
        List<List<Fidelity>> noted = new ArrayList<>();
        for (RawRecord span : new OtlpLog().records(document)) {
            noted.add(new OtlpLog().read(span).spans().get(0).fidelity());
        }
        assertThat(noted.get(0)).doesNotContain(Fidelity.TRUNCATED_INPUT);
        assertThat(noted.get(1)).contains(Fidelity.TRUNCATED_INPUT).doesNotContain(Fidelity.TRUNCATED_OUTPUT);
        assertThat(otlp(",'_meta':{'attributes':{'gen_ai.output.messages':{'':{'len':90000}}}}", "'a':1")
                        .fidelity())
                .contains(Fidelity.TRUNCATED_OUTPUT);
    }

    @ParameterizedTest
    @CsvSource({"12 (litellm_truncated 12982 chars) 34, true", "and so on ..., false", "[TRUNCATED], false"})
    void truncation(String text, boolean cut) throws Exception {
        Span out = openai(answer("{'content':'" + text + "'}"));
        assertThat(out.fidelity().contains(Fidelity.TRUNCATED_OUTPUT)).isEqualTo(cut);
        Span in = mapped("'input':'/in','output':'/out'", "{'in':'" + text + "','out':'yo'}")
                .get(0);
        assertThat(in.fidelity().contains(Fidelity.TRUNCATED_INPUT)).isEqualTo(cut);
        Span attribute = otlp("", llm("'input.value':'" + text + "','output.value':'yo'"));
        assertThat(attribute.fidelity().contains(Fidelity.TRUNCATED_INPUT)).isEqualTo(cut);
        List<Span> talk = mapped(
                "'unit':'conversation','messages':'/m'",
                "{'m':[{'role':'user','content':'" + text + "'},{'role':'assistant','content':'yo'}]}");
        assertThat(talk.get(1).fidelity().contains(Fidelity.TRUNCATED_INPUT)).isEqualTo(cut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "max_tokens"})
    void truncationToldByTheProvider(String word) throws Exception {
        Span span = openai("{'request':{" + ASKED + "},'response':{'choices':[{'finish_reason':'" + word
                + "','message':{'content':'a'}}]}}");
        assertThat(span.model().orElseThrow().finishReason()).contains("length");
        assertThat(otlp("", "'gen_ai.request.model':'m','gen_ai.response.finish_reasons':['" + word + "']")
                        .model()
                        .orElseThrow()
                        .finishReason())
                .contains("length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'messages':[{'role':'user','content':[{'type':'text','text':'see'},{'type':'image_url','image_url':"
                        + "{'url':'data:image/png;base64,AAEC'}}]}]",
                "'input':[{'role':'user','content':[{'type':'input_text','text':'see'},{'type':'input_image','image_url':"
                        + "'data:image/png;base64,AAEC'}]}]",
                "'system':'s','messages':[{'role':'user','content':[{'type':'text','text':'see'},{'type':'image','source':"
                        + "{'type':'base64','media_type':'image/png','data':'AAEC'}}]}]"
            })
    void multimodal(String request) throws Exception {
        Span span = openai("{'request':{" + request + "}}");
        Message message = span.messagesIn().get(span.messagesIn().size() - 1);
        assertThat(message.content()).contains("see");
        // sha256sum of the bytes 0, 1, 2
        assertThat(message.media())
                .containsExactly(new Media(
                        "image",
                        Optional.of("image/png"),
                        Optional.empty(),
                        Optional.of("ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc")));
        assertThat(span.fidelity()).contains(Fidelity.MULTIMODAL);
        assertThat(span.toString()).doesNotContain("AAEC");
    }

    /** Bytes never stand in a row, whichever log they came in; what they were does. */
    @ParameterizedTest
    @EnumSource
    void multimodalIn(NativeLog log) {
        Span span = log.span("'input':[{'role':'user','content':[{'type':'text','text':'see'},{'type':'image_url',"
                + "'image_url':{'url':'data:image/png;base64,AAEC'}}]}]");
        assertThat(span.messagesIn()).hasSize(1);
        assertThat(span.messagesIn().get(0).content()).contains("see");
        assertThat(span.messagesIn().get(0).media()).hasSize(1);
        assertThat(span.messagesIn().get(0).media().get(0).mime()).contains("image/png");
        assertThat(span.fidelity()).contains(Fidelity.MULTIMODAL);
        assertThat(span.toString()).doesNotContain("AAEC");
    }

    @Test
    void multimodalInsideAConversation() throws Exception {
        List<Span> spans = mapped(
                "'unit':'conversation','messages':'/m'",
                "{'m':[{'role':'user','content':'hi'},{'role':'assistant','content':'yo'},{'role':'user','content':["
                        + "{'type':'image_url','image_url':{'url':'https://x/y.png'}}]},{'role':'assistant','content':'ah'},"
                        + "{'role':'user','content':'and?'},{'role':'assistant','content':'no'}]}");
        assertThat(spans.get(1).fidelity()).doesNotContain(Fidelity.MULTIMODAL);
        assertThat(spans.get(3).fidelity()).doesNotContain(Fidelity.MULTIMODAL);
        assertThat(spans.get(2).fidelity()).contains(Fidelity.MULTIMODAL);
        assertThat(spans.get(2).messagesIn().get(0).media().get(0).uri()).contains("https://x/y.png");
    }

    /** Ids may count from zero in each answer: a result belongs to the latest call of its id. */
    @Test
    void toolCallIds() throws Exception {
        String turn = "{'role':'assistant','tool_calls':[{'id':'0','function':{'name':'%s','arguments':'{}'}}]},"
                + "{'role':'tool','tool_call_id':'0','content':'r'}";
        String messages =
                "'messages':[{'role':'user','content':'hi'}," + turn.formatted("a") + "," + turn.formatted("b") + "]";
        assertThat(openai("{'request':{" + messages + "}}").messagesIn())
                .filteredOn(message -> message.role() == Role.TOOL)
                .extracting(message -> message.name().orElseThrow())
                .containsExactly("a", "b");
        assertThat(mapped("'unit':'conversation','messages':'/messages'", "{" + messages + "}"))
                .filteredOn(span -> span.kind() == SpanKind.TOOL)
                .extracting(Span::name)
                .containsExactly("a", "b");
    }

    /** What answers no call, or is never answered, is no input to learn from. */
    @ParameterizedTest
    @EnumSource
    void toolCallIdsIn(NativeLog log) {
        String turn =
                "{'role':'assistant','tool_calls':[{'id':'0','type':'function','function':{'name':'%s','arguments':'{}'}}]},"
                        + "{'role':'tool','tool_call_id':'0','content':'r'}";
        Span span = log.span(
                "'input':[{'role':'user','content':'hi'}," + turn.formatted("a") + "," + turn.formatted("b") + "]");
        assertThat(span.messagesIn())
                .filteredOn(message -> message.role() == Role.TOOL)
                .extracting(message -> message.name().orElseThrow())
                .containsExactly("a", "b");
        Span unpaired =
                log.span("'input':[{'role':'user','content':'hi'},{'role':'tool','tool_call_id':'9','content':'r'}]");
        assertThat(unpaired.messagesIn().get(1).toolCallId()).contains("9");
        assertThat(unpaired.messagesIn().get(1).name()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void argumentsAsTextOrObjectIn(NativeLog log) {
        for (String arguments : List.of("{'b':1,'a':2}", "'{`b`:1,`a`:2}'")) {
            Span span = log.span(
                    "'input':" + HI + ",'output':{'role':'assistant','tool_calls':[{'id':'c','type':'function',"
                            + "'function':{'name':'f','arguments':" + arguments.replace("`", "\\'") + "}}]}");
            assertThat(span.messagesOut().get(0).toolCalls())
                    .as(arguments)
                    .containsExactly(new ToolCall("c", "f", "{\"a\":2,\"b\":1}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'b':1,'a':2}", "'{`b`:1,`a`:2}'"})
    void argumentsAsTextOrObject(String arguments) throws Exception {
        String call = "{'tool_calls':[{'id':'c','function':{'name':'f','arguments':" + arguments.replace("`", "\\\"")
                + "}}]}";
        List<ToolCall> expected = List.of(new ToolCall("c", "f", "{\"a\":2,\"b\":1}"));
        assertThat(openai(answer(call)).messagesOut().get(0).toolCalls()).isEqualTo(expected);
        assertThat(mapped("'output':'/o'", "{'o':" + call + "}")
                        .get(0)
                        .messagesOut()
                        .get(0)
                        .toolCalls())
                .isEqualTo(expected);
        assertThat(otlp("", llm("'gen_ai.output.messages':[{'role':'assistant'," + call.substring(1) + "]"))
                        .messagesOut()
                        .get(0)
                        .toolCalls())
                .isEqualTo(expected);
    }
}
