package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What openai-log does not read, and what it says of it. */
class RefusedCallsTest {
    private static final String CHAT = "'request':{'messages':[{'role':'user','content':'secret'}]}";

    private static UnreadableRecord refused(String record) {
        try {
            Records.span(record);
        } catch (UnreadableRecord refused) {
            return refused;
        }
        throw new AssertionError("it was read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1] | UNKNOWN_SHAPE",
                "{'a':1} | UNKNOWN_SHAPE",
                "{'request':{'prompt':['x','y']},'response':{'choices':[{'text':'y'}]}} | INVALID_FIELD",
                "{'request':{'input':'a','model':'e'},'response':{'object':'list','data':[]}} | UNKNOWN_SHAPE",
                "{'request':{'messages':[]},'response':'garbage'} | INVALID_FIELD",
                "{'request':'garbage','response':{'choices':[]}} | INVALID_FIELD",
                "{'request':{'messages':['x']},'response':{'choices':[]}} | INVALID_FIELD",
                "{'request':{'messages':[{'role':'alien'}]},'response':{'choices':[]}} | INVALID_FIELD",
                "{'request':{'messages':[{'content':'x'}]},'response':{'choices':[]}} | MISSING_FIELD",
                "{'timestamp':1,'request':{'messages':[]},'response':{'choices':[]}} | IMPLAUSIBLE_TIME",
                "{'timestamp':'9999-01-01','request':{'messages':[]},'response':{'choices':[]}} | IMPLAUSIBLE_TIME"
            })
    void refusesWhatItCannotRead(String record, QuarantineReason reason) {
        assertThat(refused(record).reason()).isEqualTo(reason);
    }

    @Test
    void saysWhatItLookedForButNotWhatTheLogSays() {
        assertThat(refused("{'request':{'question':'secret'},'response':{'text':'secret'}}"))
                .hasMessage(
                        "no call of a known API: looked for messages or input in request|request_body|body|reqPayload|full_request,"
                                + " and choices, output or content in response|response_body|respPayload|full_response|output");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'model':'x','message':{'role':'assistant','content':'a'},'done':false} | a line of a streamed answer of Ollama, which is no answer alone; log the lines of a call as its one response, or call with stream: false",
                "{'request':{'input':'x'},'response':{'results':[{'flagged':true}]}}             | a moderation, which says of a text whether it is harmful and answers nothing",
                "{'request':{'query':'x'},'response':{'results':[{'index':0,'relevance_score':1}]}} | a rerank, which orders documents and answers nothing",
                "{'call_type':'arerank','messages':'x','response':{'id':'z','results':[]}} | a rerank, which orders documents and answers nothing",
                "{'call_type':'aimage_generation','messages':'x','response':{'data':[{'url':'x'}]}} | a call that makes an image, which answers no message",
                "{'request':{'prompt':'x'},'response':{'images':['AAAA']}} | a call that makes an image, which answers no message",
                "{'call_type':'atranscription','messages':'x','response':{'text':'y'}} | a transcription, which writes down a sound that the log does not hold",
                "{'call_type':'speech','messages':'x','response':{'id':'y'}} | a call that speaks a text, which answers nothing else",
                "{'request':{'role':'user'},'response':{'object':'thread.run','thread_id':'x'}}  | OpenAI's Assistants, whose messages are not in the call"
            })
    void namesAnApiThatItKnowsButDoesNotRead(String record, String api) {
        UnreadableRecord refused = refused(record);
        assertThat(refused.reason()).isEqualTo(QuarantineReason.UNKNOWN_SHAPE);
        assertThat(refused).hasMessage("not read by openai-log: " + api);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'thread.started','thread_id':'t'}                                        | an event of codex exec --json,",
                "{'type':'item.completed','item':{'id':'i','type':'agent_message','text':'yo'}}   | an event of codex exec --json,",
                "{'type':'system','subtype':'init','session_id':'s','tools':['Bash']}             | a line of claude --output-format stream-json,",
                "{'type':'assistant','session_id':'s','message':{'role':'assistant','content':[]}} | a line of claude --output-format stream-json,",
                "{'sessionId':'s','projectHash':'h','messages':[{'type':'gemini','content':'yo'}]} | a session of Gemini CLI,"
            })
    void namesWhatCodingAgentsPrint(String record, String what) {
        assertThat(refused(record)).hasMessageStartingWith("not read by openai-log: " + what);
    }

    @Test
    void leavesATraceWithItsObservationsToTheDialectThatReadsThem() {
        assertThat(
                        refused(
                                "{'id':'t','timestamp':'2026-11-22T01:12:03Z','input':'hi','output':'yo','observations':[{'id':'o'}]}"))
                .hasMessageEndingWith("dialect langfuse reads it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\\u001f\\ufffd\\b\\u0000\\u0000   | response: bytes, compressed or binary,",
                "\\u0000\\u0000\\u0002'              | response: bytes, compressed or binary,",
                "(\\ufffd/\\ufffd                     | response: bytes, compressed or binary,",
                "I have nothing to say                  | response: neither JSON nor server-sent events",
                "{oops                                  | response: neither JSON nor server-sent events"
            })
    void tellsLostBytesFromOtherText(String response, String detail) {
        UnreadableRecord refused = refused("{" + CHAT + ",'response':'" + response.replace("'", "x") + "'}");
        assertThat(refused.reason()).isEqualTo(QuarantineReason.INVALID_FIELD);
        assertThat(refused).hasMessageStartingWith(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'{ oops, ]'  | request: a text that is no JSON",
                "7            | request: no JSON object but NUMBER"
            })
    void tellsWhatIsWrongWithARequest(String request, String detail) {
        assertThat(refused("{'request':" + request + ",'response':{'choices':[]}}"))
                .hasMessage(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'choices':[{'message':{'tool_calls':[{'id':'c','fn':'find','params':{'q':1}}]}}]} | response.choices[0].message.tool_calls[0]",
                "{'choices':[{'message':{'tool_calls':[{'id':'c','function':{'arguments':'{}'}}]}}]} | response.choices[0].message.tool_calls[0]",
                "{'choices':[{'message':{'function_call':{'arguments':'{}'}}}]}           | response.choices[0].message.function_call",
                "{'type':'message','content':[{'type':'tool_use','id':'c','input':{}}]}   | response.content[0]",
                "{'object':'response','output':[{'type':'function_call','call_id':'c','arguments':'{}'}]} | response.output[0]"
            })
    void refusesACallThatNamesNoTool(String response, String place) {
        UnreadableRecord refused = refused("{" + CHAT + ",'response':" + response + "}");
        assertThat(refused.reason()).isEqualTo(QuarantineReason.MISSING_FIELD);
        assertThat(refused).hasMessage(place + ": a call that names no tool; looked for function.name and name");
    }

    @Test
    void refusesCallsThatAreATextOfNoJson() {
        assertThat(refused("{" + CHAT + ",'response':{'choices':[{'message':{'tool_calls':'find(1)'}}]}}"))
                .hasMessage("response.choices[0].message.tool_calls: a text that holds no calls");
    }
}
