package dev.logmill.curation.ingest.message;

import static dev.logmill.curation.ingest.message.AnyRead.input;
import static dev.logmill.curation.ingest.message.AnyRead.output;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnyMessagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "hello # USER hello",
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

    @Test
    void keepsPartsOfUnknownKindsBesideTheMessage() throws Exception {
        assertThat(AnyRead.rest(
                        "[{'role':'user','parts':[{'type':'text','content':'a'},{'type':'smell','of':'rain'}]}]"))
                .containsKey("input[0].content[1]");
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

    @Test
    void countsACallOfLangChainOnceWhereAnAnswerIsOneMessage() throws Exception {
        assertThat(
                        output(
                                "{'type':'ai','content':'','tool_calls':[{'name':'rain','args':{},'id':'c1'}],"
                                        + "'additional_kwargs':{'tool_calls':[{'id':'c1','function':{'name':'rain','arguments':'{}'}}]}}"))
                .isEqualTo("ASSISTANT c1=rain{}");
    }
}
