package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.SpanText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.Usage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of Gemini, Bedrock and Cohere, whole and streamed. */
class OtherProvidersTest {
    private static final String GEMINI = "{'model':'m','systemInstruction':{'parts':[{'text':'Be brief'}]},'contents':["
            + "{'role':'user','parts':[{'text':'Where is 7?'}]},{'role':'model','parts':[{'functionCall':{'name':'find',"
            + "'args':{'order':7}}}]},{'role':'user','parts':[{'functionResponse':{'name':'find','response':{'result':'lost'}}}]}],"
            + "'tools':[{'functionDeclarations':[{'name':'find','description':'Finds an order','parameters':{'type':'OBJECT',"
            + "'properties':{'order':{'type':'INTEGER'}}}}]}],'generationConfig':{'temperature':0}}";
    private static final String GEMINI_ANSWER =
            "{'candidates':[{'index':0,'content':{'role':'model','parts':[{'text':'hm','thought':true},"
                    + "{'text':'I look again'},{'functionCall':{'name':'find','args':{'order':7}}},"
                    + "{'functionCall':{'name':'find','args':{'order':8}}}]},'finishReason':'STOP'}],'usageMetadata':{'promptTokenCount':340,"
                    + "'candidatesTokenCount':14,'thoughtsTokenCount':5,'cachedContentTokenCount':128},'modelVersion':'m-1','responseId':'r'}";
    private static final String GEMINI_CHUNKS =
            "[{'candidates':[{'content':{'role':'model','parts':[{'text':'h','thought':true}]}}],"
                    + "'modelVersion':'m-1','responseId':'r'},{'candidates':[{'content':{'role':'model','parts':[{'text':'m','thought':true},"
                    + "{'text':'I look'}]}}]},{'candidates':[{'content':{'role':'model','parts':[{'text':' again'},{'functionCall':{'name':'find',"
                    + "'args':{'order':7}}}]}}]},{'candidates':[{'content':{'role':'model','parts':[{'functionCall':{'name':'find','args':{'order':8}}}]},"
                    + "'finishReason':'STOP'}],'usageMetadata':{'promptTokenCount':340,'candidatesTokenCount':14,'thoughtsTokenCount':5,"
                    + "'cachedContentTokenCount':128}}]";

    private static final String CONVERSE =
            "{'modelId':'m','system':[{'text':'Be brief'}],'messages':[{'role':'user','content':"
                    + "[{'text':'Where is 7?'}]},{'role':'assistant','content':[{'toolUse':{'toolUseId':'c1','name':'find','input':{'order':7}}}]},"
                    + "{'role':'user','content':[{'toolResult':{'toolUseId':'c1','content':[{'text':'lost'}]}}]}],'toolConfig':{'tools':[{'toolSpec':"
                    + "{'name':'find','description':'Finds an order','inputSchema':{'json':{'type':'object','properties':{'order':{'type':"
                    + "'integer'}}}}}}]},'inferenceConfig':{'temperature':0}}";
    private static final String CONVERSE_ANSWER =
            "{'output':{'message':{'role':'assistant','content':[{'reasoningContent':{'reasoningText':"
                    + "{'text':'hm'}}},{'text':'I look again'},{'toolUse':{'toolUseId':'c2','name':'find','input':{'order':7}}},"
                    + "{'toolUse':{'toolUseId':'c3','name':'find','input':{'order':8}}}]}},'stopReason':'tool_use','usage':{'inputTokens':212,"
                    + "'outputTokens':19,'cacheReadInputTokens':128}}";
    private static final String CONVERSE_EVENTS =
            "[{'messageStart':{'role':'assistant'}},{'contentBlockDelta':{'contentBlockIndex':0,"
                    + "'delta':{'reasoningContent':{'text':'hm'}}}},{'contentBlockDelta':{'contentBlockIndex':1,'delta':{'text':'I look'}}},"
                    + "{'contentBlockDelta':{'contentBlockIndex':1,'delta':{'text':' again'}}},{'contentBlockStart':{'contentBlockIndex':2,'start':"
                    + "{'toolUse':{'toolUseId':'c2','name':'find'}}}},{'contentBlockDelta':{'contentBlockIndex':2,'delta':{'toolUse':{'input':"
                    + "'{`order`:'}}}},{'contentBlockDelta':{'contentBlockIndex':2,'delta':{'toolUse':{'input':'7}'}}}},{'contentBlockStart':"
                    + "{'contentBlockIndex':3,'start':{'toolUse':{'toolUseId':'c3','name':'find'}}}},{'contentBlockDelta':{'contentBlockIndex':3,"
                    + "'delta':{'toolUse':{'input':'{`order`:8}'}}}},{'messageStop':{'stopReason':'tool_use'}},{'metadata':{'usage':"
                    + "{'inputTokens':212,'outputTokens':19,'cacheReadInputTokens':128}}}]";

    private static final String COHERE =
            "{'model':'m','messages':[{'role':'system','content':'Be brief'},{'role':'user','content':"
                    + "'Where is 7?'},{'role':'assistant','tool_calls':[{'id':'c1','type':'function','function':{'name':'find','arguments':"
                    + "'{`order`:7}'}}]},{'role':'tool','tool_call_id':'c1','content':'lost'}],'tools':[{'type':'function','function':{'name':'find',"
                    + "'description':'Finds an order','parameters':{'type':'object','properties':{'order':{'type':'integer'}}}}}]}";
    private static final String COHERE_ANSWER =
            "{'id':'r','message':{'role':'assistant','content':[{'type':'text','text':'I look again'}],"
                    + "'tool_calls':[{'id':'c2','type':'function','function':{'name':'find','arguments':'{`order`:7}'}},{'id':'c3','type':'function',"
                    + "'function':{'name':'find','arguments':'{`order`:8}'}}]},'finish_reason':'TOOL_CALL','usage':{'billed_units':{'input_tokens':9},"
                    + "'tokens':{'input_tokens':340,'output_tokens':19}}}";
    private static final String COHERE_EVENTS =
            "[{'type':'message-start','id':'r','delta':{'message':{'role':'assistant'}}},"
                    + "{'type':'content-start','index':0,'delta':{'message':{'content':{'type':'text','text':''}}}},{'type':'content-delta','index':0,"
                    + "'delta':{'message':{'content':{'text':'I look'}}}},{'type':'content-delta','index':0,'delta':{'message':{'content':{'text':"
                    + "' again'}}}},{'type':'tool-call-start','index':0,'delta':{'message':{'tool_calls':{'id':'c2','type':'function','function':"
                    + "{'name':'find','arguments':''}}}}},{'type':'tool-call-delta','index':0,'delta':{'message':{'tool_calls':{'function':"
                    + "{'arguments':'{`order`'}}}}},{'type':'tool-call-delta','index':0,'delta':{'message':{'tool_calls':{'function':{'arguments':':7}'}}}}},{'type':'tool-call-start','index':1,'delta':{'message':{'tool_calls':{'id':'c3','function':"
                    + "{'name':'find','arguments':'{`order`:8}'}}}}},{'type':'message-end','delta':{'finish_reason':'TOOL_CALL','usage':"
                    + "{'billed_units':{'input_tokens':9},'tokens':{'input_tokens':340,'output_tokens':19}}}}]";

    private static final String OLDER =
            "{'model':'m','preamble':'Be brief','chat_history':[{'role':'USER','message':'Hi'},{'role':"
                    + "'CHATBOT','message':'Hello'}],'message':'Where is 7?','tools':[{'name':'find','description':'Finds an order',"
                    + "'parameter_definitions':{'order':{'type':'int','description':'its number','required':true}}}]}";
    private static final String OLDER_ANSWER =
            "{'response_id':'x','generation_id':'g','text':'I look','tool_calls':[{'name':'find',"
                    + "'parameters':{'order':7}}],'finish_reason':'COMPLETE','meta':{'tokens':{'input_tokens':69,'output_tokens':9}}}";

    private static JsonNode json(String text) {
        return Records.json(text.replace("`", "\\\""));
    }

    private static Span read(String request, JsonNode response) throws Exception {
        ObjectNode record = (ObjectNode) json("{'trace_id':'t1','span_id':'s1','start_time':1769246446}");
        record.set("request", json(request));
        record.set("response", response);
        return Records.span(record);
    }

    private static String told(Span span) {
        return Json.canonical(SpanText.of(span));
    }

    private static String sse(JsonNode events) {
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> "data: " + event + "\r\n\r\n")
                .collect(Collectors.joining());
    }

    private static String lines(JsonNode events) {
        return StreamSupport.stream(events.spliterator(), false)
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n"));
    }

    /** Frames of AWS's event stream as a logger leaves them that took them for text. */
    private static String frames(JsonNode events, boolean ofModel) {
        StringBuilder text = new StringBuilder();
        for (JsonNode event : events) {
            String type = ofModel ? "chunk" : event.fieldNames().next();
            String payload = ofModel
                    ? "{\"bytes\":\"%s\",\"p\":\"abc\"}"
                            .formatted(Base64.getEncoder()
                                    .encodeToString(event.toString().getBytes(StandardCharsets.UTF_8)))
                    : event.path(type).toString();
            text.append("\0\0\0\ufffd\0\0\0R{\ufffd\u000b:event-type\u0007\0\u000c")
                    .append(type)
                    .append("\r:content-type\u0007\0\u0010application/json\r:message-type\u0007\0\u0005event")
                    .append(payload)
                    .append("\ufffdG}\ufffd");
        }
        return text.toString();
    }

    @Test
    void readsACallOfGemini() throws Exception {
        Span span = read(GEMINI, json(GEMINI_ANSWER));
        assertCall(span);
        assertThat(span.messagesOut().get(0).reasoning()).contains("hm");
        assertThat(span.usage())
                .contains(new Usage(
                        Optional.of(340L), Optional.of(19L), Optional.of(128L), Optional.empty(), Optional.of(5L)));
        assertThat(span.model().orElseThrow().responded()).contains("m-1");
        assertThat(span.model().orElseThrow().finishReason()).contains("tool_calls");
        assertThat(span.messagesOut().get(0).toolCalls())
                .extracting(ToolCall::id)
                .containsExactly("function-find", "function-find-2");
        assertThat(told(read(GEMINI, json(GEMINI_CHUNKS)))).isEqualTo(told(span));
        assertThat(told(read(GEMINI, TextNode.valueOf(sse(json(GEMINI_CHUNKS))))))
                .isEqualTo(told(span));
    }

    @Test
    void tellsThatGeminiWasBlockedOrCutOff() throws Exception {
        Span blocked = read(
                "{'contents':'x'}",
                json("{'promptFeedback':{'blockReason':'SAFETY'},'usageMetadata':{'promptTokenCount':3}}"));
        assertThat(blocked.messagesOut()).extracting(Message::refusal).containsExactly(Optional.of("SAFETY"));
        assertThat(blocked.fidelity()).isEmpty();
        assertThat(blocked.model().orElseThrow().finishReason()).contains("content_filter");
        Span cut = read(
                "{'contents':'x'}", json("[{'candidates':[{'content':{'role':'model','parts':[{'text':'I'}]}}]}]"));
        assertThat(cut.messagesOut()).extracting(Message::content).containsExactly(Optional.of("I"));
        Span cutStream = read(
                "{'contents':'x'}",
                TextNode.valueOf(
                        "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"I\"}]}}]}\n\ndata: {\"candi"));
        assertThat(cutStream.fidelity()).contains(Fidelity.PARTIAL_STREAM);
    }

    @Test
    void readsACallOfConverse() throws Exception {
        Span span = read(CONVERSE, json(CONVERSE_ANSWER));
        assertCall(span);
        assertThat(span.messagesOut().get(0).reasoning()).contains("hm");
        assertThat(span.usage())
                .contains(new Usage(
                        Optional.of(340L), Optional.of(19L), Optional.of(128L), Optional.empty(), Optional.empty()));
        assertThat(span.model().orElseThrow().requested()).contains("m");
        assertThat(span.model().orElseThrow().finishReason()).contains("tool_calls");
        assertThat(told(read(CONVERSE, json(CONVERSE_EVENTS)))).isEqualTo(told(span));
        assertThat(told(read(CONVERSE, TextNode.valueOf(frames(json(CONVERSE_EVENTS), false)))))
                .isEqualTo(told(span));
        Span cut = read(CONVERSE, json("[{'messageStart':{}},{'contentBlockDelta':{'delta':{'text':'I'}}}]"));
        assertThat(cut.fidelity()).contains(Fidelity.PARTIAL_STREAM);
    }

    @Test
    void readsACallOfCohere() throws Exception {
        Span span = read(COHERE, json(COHERE_ANSWER));
        assertCall(span);
        assertThat(span.usage().orElseThrow().inputTokens()).contains(340L);
        assertThat(span.model().orElseThrow().provider()).contains("cohere");
        assertThat(span.model().orElseThrow().finishReason()).contains("tool_calls");
        assertThat(told(read(COHERE, json(COHERE_EVENTS)))).isEqualTo(told(span));
        assertThat(told(read(COHERE, TextNode.valueOf(sse(json(COHERE_EVENTS))))))
                .isEqualTo(told(span));
    }

    @Test
    void readsACallOfCoheresOlderChat() throws Exception {
        Span span = read(OLDER, json(OLDER_ANSWER));
        assertThat(span.messagesIn())
                .extracting(message -> message.role() + " " + message.content().orElse(""))
                .containsExactly("SYSTEM Be brief", "USER Hi", "ASSISTANT Hello", "USER Where is 7?");
        assertThat(span.messagesOut().get(0).toolCalls())
                .containsExactly(new ToolCall("function-find", "find", "{\"order\":7}"));
        assertThat(span.tools().get(0).parameters())
                .contains("{\"properties\":{\"order\":{\"description\":\"its number\",\"type\":\"integer\"}},"
                        + "\"required\":[\"order\"],\"type\":\"object\"}");
        assertThat(span.usage().orElseThrow().outputTokens()).contains(9L);
        JsonNode events =
                json("[{'is_finished':false,'event_type':'text-generation','text':'I look'},{'is_finished':true,"
                        + "'event_type':'stream-end','response':" + OLDER_ANSWER + "}]");
        assertThat(told(read(OLDER, TextNode.valueOf(lines(events))))).isEqualTo(told(span));
        assertThat(read(OLDER, json("[{'is_finished':false,'event_type':'text-generation','text':'I look'}]"))
                        .fidelity())
                .contains(Fidelity.PARTIAL_STREAM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'inputText':'Where?'} | {'inputTextTokenCount':5,'results':[{'outputText':'There','tokenCount':3,'completionReason':'FINISH'}]} | 5 | 3 | stop",
                "{'prompt':'Where?'} | {'generation':'There','prompt_token_count':5,'generation_token_count':3,'stop_reason':'length'} | 5 | 3 | length",
                "{'prompt':'Where?'} | {'completions':[{'data':{'text':'There'},'finishReason':{'reason':'endoftext'}}]} | | | stop",
                "{'prompt':'Where?'} | {'id':'r','generations':[{'text':'There','finish_reason':'COMPLETE'}]} | | | stop",
                "{'prompt':'Where?'} | {'outputs':[{'text':'There','stop_reason':'stop'}]} | | | stop",
                "{'prompt':'Where?','max_tokens':9} | {'choices':[{'text':'There','stop_reason':'length'}]} | | | length"
            })
    void readsAPromptAndItsText(String request, String answer, Long input, Long output, String finish)
            throws Exception {
        Span span = read(request, json(answer));
        assertThat(span.messagesIn()).extracting(Message::content).containsExactly(Optional.of("Where?"));
        assertThat(span.messagesOut()).extracting(Message::content).containsExactly(Optional.of("There"));
        assertThat(span.usage().flatMap(Usage::inputTokens)).isEqualTo(Optional.ofNullable(input));
        assertThat(span.usage().flatMap(Usage::outputTokens)).isEqualTo(Optional.ofNullable(output));
        assertThat(span.model().orElseThrow().finishReason()).contains(finish);
    }

    @Test
    void readsTheFramesThatInvokeModelStreams() throws Exception {
        JsonNode chunks = json(
                "[{'outputText':'The','index':0,'inputTextTokenCount':5,'completionReason':null},"
                        + "{'outputText':'re','index':0,'inputTextTokenCount':5,'totalOutputTextTokenCount':3,'completionReason':'FINISH'}]");
        Span titan = read("{'inputText':'Where?'}", TextNode.valueOf(frames(chunks, true)));
        assertThat(titan.messagesOut()).extracting(Message::content).containsExactly(Optional.of("There"));
        assertThat(titan.fidelity()).isEmpty();
        JsonNode claude = json(
                "[{'type':'message_start','message':{'id':'r','role':'assistant','model':'m','content':[]}},"
                        + "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}},{'type':'content_block_delta','index':0,"
                        + "'delta':{'type':'text_delta','text':'There'}},{'type':'message_delta','delta':{'stop_reason':'end_turn'}},{'type':'message_stop'}]");
        Span anthropic = read(
                "{'anthropic_version':'b','messages':[{'role':'user','content':'Where?'}]}",
                TextNode.valueOf(frames(claude, true)));
        assertThat(anthropic.messagesOut()).extracting(Message::content).containsExactly(Optional.of("There"));
        assertThat(anthropic.model().orElseThrow().provider()).contains("anthropic");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'inputText':'Where?'} | [{'outputText':'The','inputTextTokenCount':5,'completionReason':null},{'outputText':'re','inputTextTokenCount':null,"
                        + "'totalOutputTextTokenCount':3,'completionReason':'FINISH'}] | 5 | 3 | stop",
                "{'prompt':'Where?'} | [{'generation':'The','prompt_token_count':5,'generation_token_count':1,'stop_reason':null},"
                        + "{'generation':'re','prompt_token_count':null,'generation_token_count':3,'stop_reason':'stop'}] | 5 | 3 | stop",
                "{'prompt':'Where?'} | [{'outputs':[{'text':'The','stop_reason':null}]},{'outputs':[{'text':'re','stop_reason':'length'}]}] | | | length"
            })
    void readsTheChunksOfAPromptsText(String request, String chunks, Long input, Long output, String finish)
            throws Exception {
        Span span = read(request, json(chunks));
        assertThat(span.messagesOut()).extracting(Message::content).containsExactly(Optional.of("There"));
        assertThat(span.usage().flatMap(Usage::inputTokens)).isEqualTo(Optional.ofNullable(input));
        assertThat(span.usage().flatMap(Usage::outputTokens)).isEqualTo(Optional.ofNullable(output));
        assertThat(span.model().orElseThrow().finishReason()).contains(finish);
        assertThat(span.fidelity()).isEmpty();
    }

    private static final String PROMPT = "{'model':'claude-2.1','prompt':'\\n\\nHuman: Where?\\n\\nAssistant:'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'type':'completion','id':'c','completion':' The','stop_reason':null,'model':'claude-2.1'},{'type':'ping'},"
                        + "{'type':'completion','completion':'re','stop_reason':null},"
                        + "{'type':'completion','completion':'','stop_reason':'stop_sequence','model':'claude-2.1'}] | stop | []",
                "[{'completion':' The','stop_reason':null,'stop':null},{'completion':'re','stop_reason':'max_tokens','stop':null}] | length | []",
                "[{'completion':' The','stop_reason':null,'truncated':false},{'completion':' There','stop_reason':null,'truncated':false},"
                        + "{'completion':' There','stop_reason':'stop_sequence','truncated':false}] | stop | []",
                "[{'completion':' There','stop_reason':'stop_sequence'}] | stop | []",
                "[{'type':'completion','completion':' The','stop_reason':null},{'type':'completion','completion':'re','stop_reason':null}] | | [PARTIAL_STREAM]"
            })
    void readsTheChunksOfClaudesCompletions(String chunks, String finish, String fidelity) throws Exception {
        StringBuilder text = new StringBuilder();
        json(chunks)
                .forEach(chunk ->
                        text.append("event: completion\ndata: ").append(chunk).append("\n\n"));
        for (JsonNode streamed : List.of(json(chunks), TextNode.valueOf(text.toString()))) {
            Span span = read(PROMPT, streamed);
            assertThat(span.messagesOut()).extracting(Message::content).containsExactly(Optional.of(" There"));
            assertThat(span.model().orElseThrow().finishReason()).isEqualTo(Optional.ofNullable(finish));
            assertThat(span.fidelity()).hasToString(fidelity);
        }
    }

    @Test
    void whatBreaksOffAStreamOfClaudesCompletionsIsTheCallsError() throws Exception {
        Span span = read(
                PROMPT,
                json(
                        "[{'type':'completion','completion':' The','stop_reason':null},{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}]"));
        assertThat(span.status()).isEqualTo(Status.ERROR);
        assertThat(span.failure().orElseThrow().type()).isEqualTo("overloaded_error");
        assertThat(span.messagesOut()).extracting(Message::content).containsExactly(Optional.of(" The"));
        assertThat(span.fidelity()).isEmpty();
    }

    @Test
    void aFailedCallStandsThoughItsRequestIsWrong() throws Exception {
        Span span = read(
                "{'contents':[{'role':'model','parts':[{'type':'tool_call','of':'alien'}]}]}",
                json("{'error':{'code':400,'message':'no such part'}}"));
        assertThat(span.status()).isEqualTo(Status.ERROR);
        assertThat(span.messagesIn()).isEmpty();
        assertThat(span.attributes()).contains("alien");
    }

    private static void assertCall(Span span) {
        assertThat(span.status()).isEqualTo(Status.OK);
        assertThat(span.fidelity()).isEmpty();
        assertThat(span.messagesIn())
                .extracting(message -> message.role() + " " + message.content().orElse(""))
                .containsExactly("SYSTEM Be brief", "USER Where is 7?", "ASSISTANT ", "TOOL lost");
        assertThat(span.messagesIn().get(3).name()).contains("find");
        assertThat(span.messagesIn().get(3).toolCallId())
                .contains(span.messagesIn().get(2).toolCalls().get(0).id());
        assertThat(span.messagesOut()).hasSize(1);
        assertThat(span.messagesOut().get(0).content()).contains("I look again");
        assertThat(span.messagesOut().get(0).toolCalls())
                .extracting(call -> call.name() + call.arguments())
                .containsExactly("find{\"order\":7}", "find{\"order\":8}");
        assertThat(span.tools()).hasSize(1);
        assertThat(span.tools().get(0).description()).contains("Finds an order");
        assertThat(span.tools().get(0).parameters())
                .contains("{\"properties\":{\"order\":{\"type\":\"integer\"}},\"type\":\"object\"}");
    }
}
