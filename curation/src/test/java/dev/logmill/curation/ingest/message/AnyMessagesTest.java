package dev.logmill.curation.ingest.message;

import static dev.logmill.curation.ingest.message.AnyRead.input;
import static dev.logmill.curation.ingest.message.AnyRead.output;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnyMessagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "hello # USER hello",
                "{} # ``",
                "[] # ``",
                "{'answer':42} # USER {\"answer\":42}",
                "{'role':'user','content':'hi'} # USER hi",
                "[{'role':'assistant','content':[{'type':'thinking','thinking':'hm'},{'type':'text','text':'ok'}]}]"
                        + " # ASSISTANT (hm) ok",
            })
    void readsTextAndPlainMessagesAsBefore(String logged, String messages) throws Exception {
        assertThat(input(logged)).isEqualTo(messages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "[{'role':'user','parts':[{'type':'text','content':'Rain?'}]}] # USER Rain?",
                "[{'role':'assistant','parts':[{'type':'reasoning','content':'look'},{'type':'tool_call','id':'c1',"
                        + "'name':'rain','arguments':{'b':1,'a':2}}],'finish_reason':'tool_calls'},"
                        + "{'role':'tool','parts':[{'type':'tool_call_response','id':'c1','response':{'mm':3}}]}]"
                        + " # ASSISTANT (look) c1=rain{\"a\":2,\"b\":1} | TOOL rain:c1 {\"mm\":3}",
                "[{'role':'tool','parts':[{'type':'tool_call_response','id':'c1','result':'wet'}]}] # TOOL c1 wet",
                "[{'type':'text','content':'Be brief.'},{'type':'text','content':'Be kind.'}]"
                        + " # USER Be brief.\\nBe kind.",
                "[{'role':'user','parts':[{'type':'blob','modality':'image','mime_type':'image/png','content':'aGk='}]}]"
                        + " # USER <image image/png sha256>",
                "[{'role':'user','parts':[{'type':'uri','modality':'audio','uri':'s3://b/a.wav'}]}]"
                        + " # USER <audio s3://b/a.wav>",
                "[{'role':'user','parts':[{'type':'file','modality':'image','file_id':'f1'}]}] # USER <image f1>",
            })
    void readsOpenTelemetryMessages(String logged, String messages) throws Exception {
        assertThat(input(logged)).isEqualTo(messages.replace("\\n", "\n"));
    }

    /** What a limit of length has left of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "[{'role':'system','content':'Be brief.'},{'role':'user','content':'the first wor # SYSTEM Be brief. | USER the first wor",
                "[{'role':'user','parts':[{'type':'text','content':'cut in the mid # USER cut in the mid",
                "[{'role':'user','content':'so\\u00 # USER so",
                "{'messages':[{'role':'user','content':'hi'},{'role':'assis # USER hi",
                "[{'role':'user','content':'hi'},{'role':'assistant','content' # USER hi",
                "[{'role':'user','content':'say \\'so\\' and' # USER say \"so\" and",
            })
    void readsMessagesWhoseJsonIsCutAndSaysSo(String logged, String messages) throws Exception {
        assertThat(input(logged)).isEqualTo(messages);
        assertThat(AnyRead.fields(logged).notes()).contains(Fidelity.TRUNCATED_INPUT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {"{'answer':'forty", "[1, 2", "{not JSON", "[x] done", "{'role':'user','content':'hi'} and more"})
    void takesNoOtherTextForCutMessages(String logged) throws Exception {
        assertThat(input(logged)).isEqualTo("USER " + logged.replace('\'', '"'));
        assertThat(AnyRead.fields(logged).notes()).isEmpty();
    }

    @Test
    void keepsPartsOfUnknownKindsBesideTheMessageAndSaysThatSomethingIsMissing() throws Exception {
        Fields read = AnyRead.fields(
                "[{'role':'user','parts':[{'type':'text','content':'a'},{'type':'smell','of':'rain'}]}]");
        assertThat(read.rest()).containsKey("input[0].content[1]");
        assertThat(read.notes()).containsExactly(Fidelity.MISSING_MESSAGES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'type':'quote','text':'of old','by':'Ann'} # USER a\\nof old\\nb",
                "{'type':'novelty','content':'of tomorrow'} # USER a\\nof tomorrow\\nb",
                "{'type':'novelty','content':[{'type':'text','text':'of tomorrow'}]} # USER a\\nof tomorrow\\nb",
                "{'type':'resource','resource':{'uri':'file:///x','text':'of a server'}} # USER a\\nof a server\\nb",
                "{'type':'json','json':{'y':2,'x':1}} # USER a\\n{\"x\":1,\"y\":2}\\nb",
                "{'type':'search_result','source':'https://x','title':'T','content':[{'type':'text','text':'found'}]}"
                        + " # USER a\\nfound\\nb",
                "{'type':'document','source':{'type':'content','content':[{'type':'text','text':'page 1'}]}}"
                        + " # USER a\\npage 1\\nb",
                "{'type':'document','source':{'type':'content','content':'page 1'}} # USER a\\npage 1\\nb",
                "{'type':'document','source':{'type':'text','data':'page 1'}} # USER a\\npage 1\\nb",
                "{'type':'data-weather','data':{'mm':3}} # USER a\\nb",
            })
    void readsTextOfPartsThatFewOrNobodyKnow(String part, String message) throws Exception {
        String logged = "[{'role':'user','content':[{'type':'text','text':'a'},%s,{'type':'text','text':'b'}]}]"
                .formatted(part);
        assertThat(input(logged)).isEqualTo(message.replace("\\n", "\n"));
        assertThat(AnyRead.fields(logged).notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'type':'video_url','video_url':{'url':'https://x/v.mp4'}} # <video https://x/v.mp4>",
                "{'type':'video_url','video_url':'https://x/v.mp4'} # <video https://x/v.mp4>",
                "{'type':'input_video','video_url':'https://x/v.mp4'} # <video https://x/v.mp4>",
                "{'type':'video','video':['https://x/1.jpg','https://x/2.jpg']} # <video>",
                "{'type':'audio_url','audio_url':{'url':'data:audio/wav;base64,aGk='}} # <audio audio/wav sha256>",
                "{'type':'audio','source_type':'base64','data':'aGk=','mime_type':'audio/wav'} # <audio audio/wav sha256>",
                "{'type':'file_url','file_url':{'url':'https://x/a.pdf'}} # <file https://x/a.pdf>",
                "{'type':'document_url','document_url':'https://x/a.pdf'} # <file https://x/a.pdf>",
                "{'type':'container_upload','file_id':'f1'} # <file f1>",
            })
    void refersToMediaThatFewKnow(String part, String media) throws Exception {
        String logged = "[{'role':'user','content':[{'type':'text','text':'a'},%s]}]".formatted(part);
        assertThat(input(logged)).isEqualTo("USER a " + media);
        assertThat(AnyRead.fields(logged).notes()).containsExactly(Fidelity.MULTIMODAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'type':'item_reference','id':'m1'} # [MISSING_MESSAGES]",
                "{'type':'mcp_list_tools','server_label':'s','tools':[]} # []"
            })
    void saysWhatAnItemOnlyRefersTo(String item, String notes) throws Exception {
        String logged = "[%s,{'type':'message','role':'user','content':'and then?'}]".formatted(item);
        assertThat(input(logged)).isEqualTo("USER and then?");
        assertThat(AnyRead.fields(logged).notes()).hasToString(notes);
    }

    @Test
    void takesPartsAloneForTheSpeakers() throws Exception {
        assertThat(output("[{'type':'text','content':'Done.'}]")).isEqualTo("ASSISTANT Done.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'lc':1,'type':'constructor','id':['langchain','schema','messages','HumanMessage'],'kwargs':{'content':'hi'}}"
                        + " # USER hi",
                "[{'type':'system','content':'Be brief.'},{'type':'human','content':'Rain?'}] # SYSTEM Be brief. | USER Rain?",
                "[{'type':'ai','data':{'content':'ok','additional_kwargs':{}}}] # ASSISTANT ok",
                "[['system','Be brief.'],['human','Rain?']] # SYSTEM Be brief. | USER Rain?",
                "['human','Rain?'] # USER Rain?",
                "[{'type':'chat','role':'user','content':'hi'}] # USER hi",
                "[{'type':'AIMessageChunk','content':'','tool_calls':[{'name':'rain','args':{'at':'x'},'id':'c1','type':'tool_call'}]},"
                        + "{'type':'tool','content':'wet','tool_call_id':'c1','name':'rain'}]"
                        + " # ASSISTANT c1=rain{\"at\":\"x\"} | TOOL rain:c1 wet",
                "[{'type':'ai','content':'','additional_kwargs':{'tool_calls':[{'id':'c1','type':'function',"
                        + "'function':{'name':'rain','arguments':'{}'}}]}}] # ASSISTANT c1=rain{}",
                "[{'type':'ai','content':[{'type':'text','text':'I look.'},{'type':'tool_use','id':'c1','name':'rain','input':{}}],"
                        + "'tool_calls':[{'name':'rain','args':{},'id':'c1'}]}] # ASSISTANT I look. c1=rain{}",
                "[{'type':'ai','content':'','invalid_tool_calls':[{'name':'rain','args':'{broken','id':'c1','error':'no JSON'}]}]"
                        + " # ASSISTANT c1=rain{broken",
            })
    void readsMessagesOfLangChain(String logged, String messages) throws Exception {
        assertThat(input(logged)).isEqualTo(messages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'role':'assistant','content':'','additional_kwargs':{'tool_calls':[{'id':'c1','type':'function',"
                        + "'function':{'name':'rain','arguments':'{}'}}]}} # ASSISTANT c1=rain{}",
                "{'role':'assistant','content':'','additional_kwargs':{'function_call':{'name':'rain','arguments':'{}'}}}"
                        + " # ASSISTANT function-rain=rain{}",
                "{'role':'assistant','content':'Wet.','additional_kwargs':{'reasoning_content':'hm'}} # ASSISTANT (hm) Wet.",
                "{'role':'assistant','content':'','tool_calls':[{'id':'c1','name':'rain','args':{}}],"
                        + "'additional_kwargs':{'tool_calls':[{'id':'c1','function':{'name':'rain','arguments':'{}'}}]}}"
                        + " # ASSISTANT c1=rain{}",
                "{'role':'assistant','content':'','toolCalls':[{'toolCallId':'c1','toolName':'rain','args':{'at':'x'}}]}"
                        + " # ASSISTANT c1=rain{\"at\":\"x\"}",
                "{'role':'assistant','toolCalls':[{'id':'c1','type':'function','function':{'name':'rain','arguments':'{}'}}]}"
                        + " # ASSISTANT c1=rain{}",
                "{'role':'assistant','content':'Wet.','toolCalls':['rain']} # ASSISTANT Wet.",
                "{'role':'assistant','content':'Wet.','reasoning_details':[{'type':'reasoning.summary','summary':'hm'},"
                        + "{'type':'reasoning.encrypted','data':'x'},{'type':'reasoning.text','text':'so'}]}"
                        + " # ASSISTANT (hm\\nso) Wet.",
                "{'role':'assistant','content':'Wet.','reasoning':'hm','reasoning_details':[{'type':'reasoning.text','text':'hm'}]}"
                        + " # ASSISTANT (hm) Wet."
            })
    void readsCallsAndThoughtsUnderOtherNamesBesideTheRole(String logged, String messages) throws Exception {
        assertThat(output(logged)).isEqualTo(messages.replace("\\n", "\n"));
    }

    @Test
    void countsACallOfLangChainOnceWhereAnAnswerIsOneMessage() throws Exception {
        assertThat(
                        output(
                                "{'type':'ai','content':'','tool_calls':[{'name':'rain','args':{},'id':'c1'}],"
                                        + "'additional_kwargs':{'tool_calls':[{'id':'c1','function':{'name':'rain','arguments':'{}'}}]}}"))
                .isEqualTo("ASSISTANT c1=rain{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'contents':[{'role':'user','parts':[{'text':'Rain?'}]},{'role':'model','parts':[{'text':'hm','thought':true},"
                        + "{'functionCall':{'name':'rain','args':{'at':'x'}}},{'functionCall':{'name':'rain','args':{}}}]},"
                        + "{'role':'user','parts':[{'functionResponse':{'name':'rain','response':{'result':'wet'}}},"
                        + "{'functionResponse':{'name':'rain','response':{'mm':3}}}]}],"
                        + "'systemInstruction':{'parts':[{'text':'Be brief.'}]}}"
                        + " # SYSTEM Be brief. | USER Rain? | ASSISTANT (hm) function-rain=rain{\"at\":\"x\"} function-rain-2=rain{}"
                        + " | TOOL rain:function-rain wet | TOOL rain:function-rain-2 {\"mm\":3}",
                "{'contents':'Rain?'} # USER Rain?",
                "{'contents':[{'parts':[{'text':'Look'},{'inline_data':{'mime_type':'image/png','data':'aGk='}}]}]}"
                        + " # USER Look <image image/png sha256>",
                "{'contents':[{'role':'user','parts':[{'fileData':{'mimeType':'audio/wav','fileUri':'gs://b/a.wav'}}]}]}"
                        + " # USER <audio audio/wav gs://b/a.wav>"
            })
    void readsRequestsOfGemini(String logged, String messages) throws Exception {
        assertThat(input(logged)).isEqualTo(messages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'messages':[{'role':'user','content':[{'text':'Rain?'}]},{'role':'assistant','content':[{'toolUse':"
                        + "{'toolUseId':'c1','name':'rain','input':{}}}]},{'role':'user','content':[{'toolResult':"
                        + "{'toolUseId':'c1','content':[{'json':{'mm':3}}],'status':'error'}}]}],'system':[{'text':'Be brief.'}]}"
                        + " # SYSTEM Be brief. | USER Rain? | ASSISTANT c1=rain{} | TOOL rain:c1 {\"mm\":3}",
                "[{'role':'user','content':[{'document':{'format':'pdf','name':'plan','source':{'bytes':'aGk='}}},{'cachePoint':{}}]}]"
                        + " # USER <file application/pdf sha256>",
                "[{'role':'assistant','content':[{'reasoningContent':{'reasoningText':{'text':'hm','signature':'s'}}},{'text':'ok'}]}]"
                        + " # ASSISTANT (hm) ok",
                "[{'role':'user','content':[{'guardContent':{'text':{'text':'Rain?','qualifiers':['query']}}},{'text':'Today.'}]}]"
                        + " # USER Rain?\\nToday."
            })
    void readsRequestsOfConverse(String logged, String messages) throws Exception {
        assertThat(input(logged)).isEqualTo(messages.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'system':'Be brief.','prompt':'Rain?'} # SYSTEM Be brief. | USER Rain?",
                "{'prompt':[{'role':'user','content':[{'type':'text','text':'Rain?'}]}]} # USER Rain?",
                "[{'role':'assistant','content':[{'type':'reasoning','text':'hm'},{'type':'tool-call','toolCallId':'c1','toolName':"
                        + "'rain','input':{'at':'x'}}]},{'role':'tool','content':[{'type':'tool-result','toolCallId':'c1',"
                        + "'toolName':'rain','output':{'type':'json','value':{'mm':3}}}]}]"
                        + " # ASSISTANT (hm) c1=rain{\"at\":\"x\"} | TOOL rain:c1 {\"mm\":3}",
                "[{'role':'assistant','parts':[{'type':'step-start'},{'type':'tool-rain','toolCallId':'c1','state':'output-available',"
                        + "'input':{},'output':'wet'},{'type':'text','text':'Wet.'}]}]"
                        + " # ASSISTANT c1=rain{} | TOOL rain:c1 wet | ASSISTANT Wet.",
                "[{'role':'user','content':[{'type':'file','data':'https://x.example/a.pdf','mediaType':'application/pdf'}]}]"
                        + " # USER <file application/pdf https://x.example/a.pdf>",
                "[{'role':'user','content':[{'type':'image','image':'aGk=','mimeType':'image/png'}]}]"
                        + " # USER <image image/png sha256>"
            })
    void readsMessagesOfTheAiSdk(String logged, String messages) throws Exception {
        assertThat(input(logged)).isEqualTo(messages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'messages':[{'kind':'request','instructions':'Be brief.','parts':[{'part_kind':'system-prompt','content':'Be kind.'},"
                        + "{'part_kind':'user-prompt','content':['See',{'kind':'image-url','url':'https://x.example/a.png'}]}]},"
                        + "{'kind':'response','parts':[{'part_kind':'thinking','content':'hm'},{'part_kind':'text','content':'I look.'},"
                        + "{'part_kind':'tool-call','tool_name':'rain','args':'{}','tool_call_id':'c1'}]},"
                        + "{'kind':'request','parts':[{'part_kind':'tool-return','tool_name':'rain','content':{'mm':3},'tool_call_id':'c1'},"
                        + "{'part_kind':'retry-prompt','content':'Again.'}]}]}"
                        + " # SYSTEM Be brief. | SYSTEM Be kind. | USER See <image https://x.example/a.png> | ASSISTANT (hm) I look. c1=rain{}"
                        + " | TOOL rain:c1 {\"mm\":3} | USER Again.",
                "{'user_prompt':'Rain?','system_prompt':'Be brief.'} # SYSTEM Be brief. | USER Rain?"
            })
    void readsMessagesOfPydanticAi(String logged, String messages) throws Exception {
        assertThat(input(logged)).isEqualTo(messages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "[{'role':'user','content':'Rain?'},{'type':'reasoning','summary':[{'type':'summary_text','text':'hm'}]},"
                        + "{'type':'function_call','call_id':'c1','name':'rain','arguments':'{}'},"
                        + "{'type':'function_call_output','call_id':'c1','output':'wet'}]"
                        + " # USER Rain? | ASSISTANT (hm) c1=rain{} | TOOL rain:c1 wet",
                "[{'type':'function_call','id':'fc_1','call_id':'c1','name':'rain','arguments':'{}'},"
                        + "{'type':'function_call_output','id':'fc_2','call_id':'c1','output':'wet'}]"
                        + " # ASSISTANT c1=rain{} | TOOL rain:c1 wet",
                "[{'role':'assistant','tool_calls':[{'type':'function_call','id':'fc_1','call_id':'c1','name':'rain','arguments':'{}'}]}]"
                        + " # ASSISTANT c1=rain{}",
                "[{'type':'function_call','callId':'c1','name':'rain','arguments':'{}'},"
                        + "{'type':'function_call_result','callId':'c1','output':{'mm':3}}] # ASSISTANT c1=rain{} | TOOL rain:c1 {\"mm\":3}",
                "{'model':'m','instructions':'Be brief.','input':'Rain?'} # SYSTEM Be brief. | USER Rain?",
                "[{'role':'user','content':[{'type':'tool_call','tool_call_id':'c1','tool_name':'rain','arguments':{'type':'valid',"
                        + "'value':{}}}]}] # USER c1=rain{}",
                "[{'role':'user','content':[{'type':'image','source':{'type':'braintrust_attachment','key':'k1','content_type':'image/png'}},"
                        + "{'type':'text','text':'See'}]}] # USER See <image image/png k1>",
                "{'input':'Rain?'} # USER Rain?",
                "{'question':'Rain?','tone':'dry'} # USER {\"question\":\"Rain?\",\"tone\":\"dry\"}"
            })
    void readsRequestsOfOthers(String logged, String messages) throws Exception {
        assertThat(input(logged)).isEqualTo(messages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'choices':[{'index':0,'message':{'content':'Wet.'},'finish_reason':'stop'}]} # ASSISTANT Wet. # stop",
                "[{'index':0,'message':{'role':'assistant','content':'Wet.'},'finish_reason':'length'}] # ASSISTANT Wet. # length",
                "{'generations':[[{'text':'Wet.','message':{'type':'ai','content':'Wet.'},'generation_info':{'finish_reason':'stop'}}]]}"
                        + " # ASSISTANT Wet. # stop",
                "{'generations':[[{'text':'Wet.','generation_info':null}]]} # ASSISTANT Wet. # ",
                "{'candidates':[{'content':{'role':'model','parts':[{'text':'Wet.'}]},'finishReason':'STOP'}]} # ASSISTANT Wet. # stop",
                "{'content':{'parts':[{'text':'Wet.'}]},'finish_reason':'STOP'} # ASSISTANT Wet. # stop",
                "{'output':{'message':{'role':'assistant','content':[{'text':'Wet.'}]}},'stopReason':'end_turn'} # ASSISTANT Wet. # stop",
                "{'content':[{'type':'text','text':'Wet.'}],'stop_reason':'end_turn'} # ASSISTANT Wet. # stop",
                "{'text':'Wet.','finishReason':'tool-calls','toolCalls':[{'toolCallId':'c1','toolName':'rain','args':{}}]}"
                        + " # ASSISTANT Wet. c1=rain{} # tool_calls",
                "{'response':{'messages':[{'role':'assistant','content':'Wet.'}]},'text':'Wet.'} # ASSISTANT Wet. # ",
                "{'response':{'parts':[{'part_kind':'text','content':'Wet.'}],'finish_reason':'stop'},'output':'Wet.'}"
                        + " # ASSISTANT Wet. # stop",
                "{'object':'response','output':[{'type':'message','role':'assistant','content':[{'type':'output_text','text':'Wet.'}]}]}"
                        + " # ASSISTANT Wet. # ",
                "{'messages':[{'type':'human','content':'Rain?'},{'type':'ai','content':'Wet.'}]} # USER Rain? | ASSISTANT Wet. # ",
                "[{'toolCallId':'c1','toolName':'rain','input':'{}'}] # ASSISTANT c1=rain{} # ",
                "{'output':'Wet.'} # ASSISTANT Wet. # ",
                "{'mm':3} # ASSISTANT {'mm':3} # "
            })
    void readsAnswersWithTheReasonWhyTheyEnded(String logged, String messages, String finish) throws Exception {
        assertThat(output(logged)).isEqualTo(messages.replace('\'', '"'));
        assertThat(AnyRead.finish(logged)).isEqualTo(finish == null ? "" : finish);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'role':'assistant','parts':[{'type':'refusal','content':'I will not.'}]}]",
                "[{'role':'assistant','content':[{'type':'refusal','refusal':'I will not.'}]}]"
            })
    void aRefusalIsReadUnderEitherName(String json) throws Exception {
        List<Message> answered =
                new AnyMessages(new Fields()).output(TextNode.valueOf(json.replace('\'', '"')), "output");
        assertThat(answered).map(Message::refusal).containsExactly(Optional.of("I will not."));
    }
}
