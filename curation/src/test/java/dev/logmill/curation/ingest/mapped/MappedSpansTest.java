package dev.logmill.curation.ingest.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedSpansTest {
    private static final String TALK = "'input':'/in','output':'/out'";

    @Test
    void readsIdsNamesAndPeopleFromNestedPlaces() throws Exception {
        Span span = Mapped.by("'project':'/p','trace':'/ids/t','span':'/ids/list/1','parent':'/ids/up','name':'/n',"
                        + "'agent':['/missing','/who/agent'],'agent-version':'=7','session':'/s','user':'/who/a~1b',"
                        + "'group':{'join':['/n','/s']},'model':'/m','cost':'/usd'")
                .span("{'p':'shop','ids':{'t':'t1','list':['x',42],'up':'s0'},'n':'answer','s':'c9',"
                        + "'who':{'agent':'router','a/b':'u7'},'m':'gpt','usd':0.25}");
        assertThat(span.project()).isEqualTo("shop");
        assertThat(span.traceId()).isEqualTo("t1");
        assertThat(span.spanId()).isEqualTo("42");
        assertThat(span.parentSpanId()).contains("s0");
        assertThat(span.name()).isEqualTo("answer");
        assertThat(span.agent()).contains("router");
        assertThat(span.agentVersion()).contains("7");
        assertThat(span.sessionId()).contains("c9");
        assertThat(span.subject()).contains("u7");
        assertThat(span.groupId()).contains("answer/c9");
        assertThat(span.model().orElseThrow().requested()).contains("gpt");
        assertThat(span.costUsd()).contains(0.25);
    }

    /** A vote that comes later, or a new column, makes no other run of a row. */
    @Test
    void aRecordWithAnIdAndNoTraceOrParentIsATraceOfItsOwn() throws Exception {
        Mapped alone = Mapped.by("'span':'/id'," + TALK);
        assertThat(alone.span("{'id':7,'in':'a','out':'b'}").traceId()).isEqualTo("7");
        assertThat(alone.span("{'id':7,'in':'a','out':'b','vote':'up'}").traceId())
                .isEqualTo("7");
        String above = "{'id':7,'up':6,'in':'a','out':'b'}";
        assertThat(Mapped.by("'span':'/id','parent':'/up'," + TALK).span(above).traceId())
                .isNotEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'input':'/in'                 | [{'role':'user','content':'hi'},{'role':'assistant','content':'yo'}] | 1 | yo",
                "'input':'/in','output':'/in'  | [{'role':'user','content':'hi'},{'role':'assistant','content':'yo'}] | 1 | yo",
                "'input':'/in'                 | \"[{'role':'user','content':'hi'},{'role':'assistant','content':'yo'}]\" | 1 | yo",
                "'input':'/in','system':'/in/0/content' | [{'role':'user','content':'hi'},{'role':'assistant','content':'yo'}] | 2 | yo",
                "'input':'/in','message':{'role':'/who','content':'/text'} | [{'who':'user','text':'hi'},{'who':'assistant','text':'a'},{'who':'assistant','text':'yo'}] | 2 | yo",
                "'input':'/in'                 | [{'role':'user','content':'hi'},{'role':'assistant','content':'a'},{'role':'user','content':'b'}] | 3 | ",
                "'input':'/in'                 | 'hi' | 1 | ",
                "'input':'/in'                 | [] | 0 | ",
                "'input':'/in','output':'/out' | [{'role':'user','content':'hi'},{'role':'assistant','content':'yo'}] | 2 | "
            })
    void theLastMessageOfAWholeConversationIsTheAnswer(String mapping, String in, int asked, String answer)
            throws Exception {
        String column =
                in.startsWith("\"") ? "'" + in.substring(1, in.length() - 1).replace("'", "\\'") + "'" : in;

        Span span = Mapped.by(mapping).span("{'in':" + column + "}");

        assertThat(span.messagesIn()).hasSize(asked);
        assertThat(span.messagesOut())
                .extracting(said -> said.content().orElseThrow())
                .isEqualTo(answer == null ? List.of() : List.of(answer));
        assertThat(span.fidelity().contains(Fidelity.MISSING_MESSAGES)).isEqualTo(answer == null);
    }

    @Test
    void aToolsArgumentsAreNoConversation() throws Exception {
        Span span = Mapped.by("'otherwise-kind':'tool','input':'/in'")
                .span("{'in':[{'role':'user','content':'hi'},{'role':'assistant','content':'yo'}]}");

        assertThat(span.messagesIn()).hasSize(2);
        assertThat(span.messagesOut()).isEmpty();
    }

    @Test
    void readsTheModelThatWasAskedForAndTheOneThatAnswered() throws Exception {
        Mapped mapped = Mapped.by(TALK + ",'model':{'requested':['/asked','/config/model'],'responded':'/served'}");
        Model both = mapped.span("{'config':{'model':'gpt'},'served':'gpt-3'}")
                .model()
                .orElseThrow();
        assertThat(both.requested()).contains("gpt");
        assertThat(both.responded()).contains("gpt-3");
        Model asked =
                mapped.span("{'asked':'a','config':{'model':'b'}}").model().orElseThrow();
        assertThat(asked.requested()).contains("a");
        assertThat(asked.responded()).isEmpty();
        assertThat(mapped.span("{'in':'hi'}").model()).isEmpty();
        // A name that was read is no attribute as well.
        assertThat(mapped.span("{'asked':'a','served':'b','other':'c'}").attributes())
                .isEqualTo("{\"other\":\"c\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{'category':'shipping','priority':'low'}", "[1,2]", "[{'a':1}]"})
    void whereMessagesAreMappedATextThatHappensToBeJsonIsWhatWasSaid(String said) throws Exception {
        Mapped mapped = Mapped.by(TALK + ",'message':{'role':'/who','content':'/said'}");
        String text = said.replace("'", "\\\"");
        Span span =
                mapped.span("{'in':\"%s\",'out':\"%s\"}".formatted(text, text).replace('\'', '"'));
        assertThat(span.messagesIn().get(0).content().orElse("")).isNotEmpty();
        assertThat(span.messagesOut().get(0).content().orElse("").replace('"', '\''))
                .isEqualTo(said);
    }

    @Test
    void whereMessagesAreMappedAListInATextIsStillAList() throws Exception {
        Mapped mapped = Mapped.by(TALK + ",'message':{'role':'/who','content':'/said'}");
        Span span = mapped.span(
                "{'in':\"[{\\\"who\\\":\\\"user\\\",\\\"said\\\":\\\"hi\\\"}]\",'out':'yo'}".replace('\'', '"'));
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
    }

    @Test
    void givesARecordWithoutIdsTheSameIdsWheneverItIsRead() throws Exception {
        Mapped mapped = Mapped.by(TALK);
        Span first = mapped.span("{'in':'hi','out':'yo'}");
        Span again = mapped.read("b.jsonl", "{'in':'hi','out':'yo'}").spans().get(0);
        assertThat(again.spanId()).isEqualTo(first.spanId()).startsWith("~").hasSize(33);
        assertThat(again.traceId()).isEqualTo(first.traceId());
        assertThat(mapped.span("{'in':'hi','out':'no'}").spanId()).isNotEqualTo(first.spanId());
    }

    @Test
    void givesARecordOfADocumentTheSameIdsThoughTheDocumentGrows() throws Exception {
        Mapped mapped = Mapped.by("'records':'/calls'," + TALK);
        List<Span> few = mapped.spans("{'calls':[{'in':'a','out':'b'}]}");
        List<Span> more = mapped.spans("{'calls':[{'in':'new','out':'d'},{'in':'a','out':'b'}]}");
        assertThat(more).extracting(Span::spanId).contains(few.get(0).spanId()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'id':null}", "{'id':''}", "{'id':' '}"})
    void refusesARecordWithoutAnIdThatIsMapped(String record) {
        assertThat(Mapped.by("'span':'/id'").refusal(record)).isEqualTo("MISSING_FIELD /id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'undefined'", "'null'", "'0'", "0", "'s'"})
    void knowsTheMarkersOfARoot(String parent) throws Exception {
        assertThat(Mapped.by("'span':'/id','parent':'/up'")
                        .span("{'id':'s','up':" + parent + "}")
                        .parentSpanId())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"agent, AGENT", "TOOL, TOOL", "retrieval, RETRIEVER", "dance, CHAIN", "'', CHAIN"})
    void readsKindsInTheLogsWords(String word, SpanKind kind) throws Exception {
        assertThat(Mapped.by("'kind':'/k','kinds':{'retrieval':'retriever'},'otherwise-kind':'chain'")
                        .span("{'k':'" + word + "'}")
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void readsTextAsWhatTheUserAskedAndTheModelSaid() throws Exception {
        Span span = Mapped.by(TALK + ",'system':'/sys'").span("{'sys':'Be brief','in':'hi','out':{'answer':42}}");
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.SYSTEM, "Be brief"), Message.of(Role.USER, "hi"));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "{\"answer\":42}"));
        assertThat(span.kind()).isEqualTo(SpanKind.LLM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // OpenAI
                "{'in':[{'role':'user','content':'hi'},{'role':'assistant','content':null,'tool_calls':[{'id':'c1','type':'function',"
                        + "'function':{'name':'find','arguments':'{\\\"q\\\":1}'}}]},{'role':'tool','tool_call_id':'c1','content':'none'}],"
                        + "'out':{'role':'assistant','content':'sorry'}}",
                // Anthropic
                "{'in':[{'role':'user','content':[{'type':'text','text':'hi'}]},{'role':'assistant','content':[{'type':'tool_use',"
                        + "'id':'c1','name':'find','input':{'q':1}}]},{'role':'user','content':[{'type':'tool_result','tool_use_id':'c1',"
                        + "'content':'none'}]}],'out':{'role':'assistant','content':[{'type':'text','text':'sorry'}]}}"
            })
    void readsMessagesOfAnyProvider(String record) throws Exception {
        Span span = Mapped.by(TALK).span(record);
        assertThat(span.messagesIn())
                .containsExactly(
                        Message.of(Role.USER, "hi"),
                        Message.calling(List.of(new ToolCall("c1", "find", "{\"q\":1}"))),
                        Message.result("c1", Optional.of("find"), "none"));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "sorry"));
    }

    @Test
    void readsAnAnswerThatCallsToolsWithoutNamingItsRole() throws Exception {
        assertThat(Mapped.by(TALK)
                        .span("{'in':'hi','out':{'tool_calls':[{'id':'c1','name':'find','arguments':{'q':1}}]}}")
                        .messagesOut())
                .containsExactly(Message.calling(List.of(new ToolCall("c1", "find", "{\"q\":1}"))));
    }

    @Test
    void notesArgumentsThatAreNoJson() throws Exception {
        Span span = Mapped.by(TALK)
                .span("{'in':'hi','out':{'tool_calls':[{'id':'c1','name':'find','arguments':'{oops'}]}}");
        assertThat(span.messagesOut().get(0).toolCalls()).containsExactly(new ToolCall("c1", "find", "{oops"));
        assertThat(span.fidelity()).contains(Fidelity.UNPARSED_ARGUMENTS);
    }

    @Test
    void readsToolsAndTheirUse() throws Exception {
        Span span = Mapped.by("'kind':'=tool','tools':'/offered','tool':{'name':'/t','call-id':'/c','arguments':'/a',"
                        + "'result':'/r'}")
                .span(
                        "{'offered':[{'name':'find','description':'d','input_schema':{'type':'object'}}],'t':'find','c':'c1',"
                                + "'a':'{\\\"b\\\":1,\\\"a\\\":2}','r':{'found':[]}}");
        assertThat(span.tools())
                .containsExactly(new Tool("find", Optional.of("d"), Optional.of("{\"type\":\"object\"}")));
        assertThat(span.toolUse())
                .contains(new ToolUse(
                        "find", Optional.of("c1"), Optional.of("{\"a\":2,\"b\":1}"), Optional.of("{\"found\":[]}")));
    }

    @ParameterizedTest
    @CsvSource({"true, 10", "false, 17"})
    void countsTheCacheAsPartOfTheInput(boolean included, long input) throws Exception {
        assertThat(Mapped.by(
                                "'usage':{'input':'/i','output':'/o','cache-read':'/r','cache-write':'/w','reasoning':'/t',"
                                        + "'cache-included':" + included + "}")
                        .span("{'i':10,'o':'4','r':5,'w':2,'t':3}")
                        .usage())
                .contains(new Usage(
                        Optional.of(input), Optional.of(4L), Optional.of(5L), Optional.of(2L), Optional.of(3L)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0, 0", "0.5, 0.5", "true, 1", "false, 0", "'0.25', 0.25"})
    void readsTheOutcomeAsAShare(String written, double outcome) throws Exception {
        assertThat(Mapped.by("'outcome':'/r'").span("{'r':" + written + "}").outcome())
                .contains(outcome);
    }

    @Test
    void tellsAFailureFromNone() throws Exception {
        Mapped mapped = Mapped.by("'error':'/e','error-type':'/k'");
        assertThat(mapped.span("{'e':'boom','k':'Timeout'}").failure())
                .contains(new Failure("Timeout", Optional.of("boom")));
        assertThat(mapped.span("{'e':true}").status()).isEqualTo(Status.ERROR);
        for (String fine : List.of("{}", "{'e':null}", "{'e':''}", "{'e':false}", "{'e':{}}")) {
            assertThat(mapped.span(fine).status()).isEqualTo(Status.OK);
        }
        for (String fine :
                List.of("{'e':0}", "{'e':0.0}", "{'e':'0'}", "{'e':'false'}", "{'e':'False'}", "{'e':' '}")) {
            assertThat(mapped.span(fine).failure()).as(fine).isEmpty();
            assertThat(mapped.span(fine).status()).as(fine).isEqualTo(Status.OK);
        }
        for (String failed : List.of("{'e':1}", "{'e':'1'}", "{'e':'no route'}", "{'e':[0]}")) {
            assertThat(mapped.span(failed).status()).as(failed).isEqualTo(Status.ERROR);
        }
        assertThat(Mapped.by("'name':'/n'").span("{'e':'boom'}").status()).isEqualTo(Status.UNSET);
    }

    @Test
    void notesAnAnswerThatNeverCame() throws Exception {
        Mapped mapped = Mapped.by(TALK + ",'error':'/e'");
        assertThat(mapped.span("{'in':'hi'}").fidelity()).contains(Fidelity.MISSING_MESSAGES);
        assertThat(mapped.span("{'in':'hi','e':'boom'}").fidelity()).doesNotContain(Fidelity.MISSING_MESSAGES);
        assertThat(mapped.span("{'out':'yo'}").fidelity()).contains(Fidelity.MISSING_MESSAGES);
    }

    @Test
    void keepsSmallUnmappedFieldsUnlessToldNotTo() throws Exception {
        assertThat(Mapped.by("'name':'/n'").span("{'n':'a','zone':7}").attributes())
                .isEqualTo("{\"zone\":7}");
        assertThat(Mapped.by("'name':'/n','keep-unmapped':false")
                        .span("{'n':'a','zone':7}")
                        .attributes())
                .isEqualTo("{}");
    }

    @Test
    void takesNamesFromTheObjectsPath() throws Exception {
        Mapped mapped =
                Mapped.by("'object':['{model}/F={giver}/**','{model}/*.jsonl'],'model':'{model}','user':'{giver}'");
        Span span = mapped.read("gpt/F=ann/x/y.jsonl", "{}").spans().get(0);
        assertThat(span.model().orElseThrow().requested()).contains("gpt");
        assertThat(span.subject()).contains("ann");
        assertThat(mapped.read("other.jsonl", "{}").spans().get(0).subject()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'finish':'/f'                                  | length  | length",
                "'finish':'/f'                                  | max_tokens | length",
                "'finish':'/f','finishes':{'cut':'length'}      | cut     | length",
                "'finish':'/f','finishes':{'blocked':'content-filter'} | blocked | content_filter",
                "'finish':'/f','finishes':{'cut':'length'}      | END     | END"
            })
    void tellsWhyTheAnswerEnded(String mapping, String word, String reason) throws Exception {
        Span span = Mapped.by(mapping + "," + TALK).span("{'in':'hi','out':'cut o','f':'" + word + "'}");
        assertThat(span.model().orElseThrow().finishReason()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters", "input_schema", "inputSchema", "schema"})
    void readsToolsInAnyForm(String key) throws Exception {
        Span span = Mapped.by("'tools':'/tools'," + TALK)
                .span("{'in':'hi','out':'yo','tools':[{'name':'find','" + key + "':{'type':'object'}}]}");
        assertThat(span.tools())
                .containsExactly(new Tool("find", Optional.empty(), Optional.of("{\"type\":\"object\"}")));
    }

    @Test
    void readsToolsAsTheMappingSays() throws Exception {
        Span span = Mapped.by("'tools':{'at':'/tools','name':'/id','description':'/help','schema':'/takes'}," + TALK)
                .span("{'in':'hi','out':'yo','tools':[{'id':'find','help':'it','takes':'{\\'type\\':\\'object\\'}'}]}");
        assertThat(span.tools())
                .containsExactly(new Tool("find", Optional.of("it"), Optional.of("{\"type\":\"object\"}")));
    }

    @Test
    void refusesToolsWithoutTheNameThatIsMapped() {
        assertThat(Mapped.by("'tools':{'at':'/tools','name':'/id'}").refusal("{'tools':[{'name':'find'}]}"))
                .isEqualTo("MISSING_FIELD /tools: a tool without a name; looked for /id");
    }

    @Test
    void anAddressLeadsThroughJsonThatWasLoggedAsText() throws Exception {
        Span span = Mapped.by("'span':'/id','agent':'/attributes/llm/names/1','model':'/attributes/gone/name'," + TALK)
                .span("{'id':'s','in':'hi','out':'yo','attributes':'{\\'llm\\':{\\'names\\':[\\'a\\',\\'b\\']}}'}");
        assertThat(span.agent()).contains("b");
        assertThat(span.model()).isEmpty();
    }
}
