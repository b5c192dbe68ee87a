package dev.logmill.curation.ingest.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.logmill.curation.run.RunAssembler;
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
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedConversationsTest {
    private static final String TALK = "'unit':'conversation','trace':'/id','messages':'/m'";
    private static final String CALLS = "{'role':'user','content':'hi'},"
            + "{'role':'assistant','content':null,'tool_calls':[{'id':'c','function':{'name':'a','arguments':'{}'}},"
            + "{'id':'d','function':{'name':'b','arguments':'{\\\"x\\\":1}'}}]},";

    private static List<Span> of(List<Span> spans, SpanKind kind) {
        return spans.stream().filter(span -> span.kind() == kind).toList();
    }

    private static List<Optional<String>> resultsOf(List<Span> spans) {
        return of(spans, SpanKind.TOOL).stream()
                .map(span -> span.toolUse().orElseThrow().result())
                .toList();
    }

    @Test
    void makesARunOfAConversationWithAStepForEachAnswerAndASpanForEachResult() throws Exception {
        List<Span> spans = Mapped.by(TALK + ",'agent':'=desk','user':'/u','outcome':'/r','tools':'/t',"
                        + "'model':{'requested':'/model','responded':'/served'}")
                .spans("{'id':'t1','u':'ann','r':1,'model':'gpt','served':'gpt-3','t':[{'name':'a'},{'name':'b'}],'m':["
                        + "{'role':'system','content':'Be brief'}," + CALLS
                        + "{'role':'tool','tool_call_id':'d','content':'second'},"
                        + "{'role':'tool','tool_call_id':'c','content':'first'},"
                        + "{'role':'assistant','content':'done'},{'role':'user','content':'bye'}]}");
        assertThat(spans)
                .extracting(Span::kind)
                .containsExactly(SpanKind.AGENT, SpanKind.LLM, SpanKind.TOOL, SpanKind.TOOL, SpanKind.LLM);
        Span run = spans.get(0);
        assertThat(run.messagesIn()).containsExactly(Message.of(Role.SYSTEM, "Be brief"), Message.of(Role.USER, "hi"));
        assertThat(run.outcome()).contains(1.0);
        Span first = spans.get(1);
        Span last = spans.get(4);
        assertThat(first.messagesIn()).isEqualTo(run.messagesIn());
        assertThat(first.tools())
                .containsExactly(
                        new Tool("a", Optional.empty(), Optional.empty()),
                        new Tool("b", Optional.empty(), Optional.empty()));
        assertThat(first.model().orElseThrow().requested()).contains("gpt");
        assertThat(last.model().orElseThrow().responded()).contains("gpt-3");
        assertThat(last.continuesSpanId()).contains(first.spanId());
        assertThat(last.messagesIn())
                .containsExactly(
                        Message.result("d", Optional.of("b"), "second"),
                        Message.result("c", Optional.of("a"), "first"));
        assertThat(last.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "done"));
        assertThat(spans.get(2).toolUse().orElseThrow().arguments()).contains("{\"x\":1}");
        assertThat(resultsOf(spans)).containsExactly(Optional.of("second"), Optional.of("first"));
        assertThat(spans.subList(1, 5)).allSatisfy(span -> {
            assertThat(span.parentSpanId()).contains(run.spanId());
            assertThat(span.traceId()).isEqualTo("t1");
            assertThat(span.subject()).contains("ann");
            assertThat(span.agent()).contains("desk");
        });
    }

    @Test
    void keepsTheOrderOfTheListThoughAllTimesAreOneInstant() throws Exception {
        StringBuilder messages = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            messages.append(i == 0 ? "" : ",")
                    .append("{'role':'%s','content':'%d','at':1769246446}"
                            .formatted(i % 2 == 0 ? "user" : "assistant", i));
        }
        List<Span> steps = of(
                Mapped.by(TALK + ",'message':{'time':{'at':'/at','unit':'s'}}")
                        .spans("{'id':'t','m':[" + messages + "]}"),
                SpanKind.LLM);
        List<String> said = new ArrayList<>();
        steps.stream()
                .sorted((a, b) -> Integer.compare(a.sequence(), b.sequence()))
                .forEach(step -> {
                    step.messagesIn()
                            .forEach(message -> said.add(message.content().orElseThrow()));
                    step.messagesOut()
                            .forEach(message -> said.add(message.content().orElseThrow()));
                });
        assertThat(said)
                .hasSize(30)
                .isSortedAccordingTo((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)));
        assertThat(steps).extracting(Span::startedAt).containsOnly(Optional.of(Instant.ofEpochSecond(1769246446)));
    }

    /** Ids are unique within an answer only: every answer may count its calls from zero again. */
    @Test
    void pairsToolCallIdsWithinOneTurn() throws Exception {
        String turn = "{'role':'assistant','tool_calls':[{'id':'0','name':'a','arguments':{'n':%d}}]},"
                + "{'role':'tool','tool_call_id':'0','content':'r%d'}";
        List<Span> spans = Mapped.by(TALK)
                .spans("{'id':'t','m':[{'role':'user','content':'hi'}," + turn.formatted(1, 1) + ","
                        + turn.formatted(2, 2) + "]}");
        assertThat(of(spans, SpanKind.TOOL))
                .extracting(span -> span.toolUse().orElseThrow().arguments().orElseThrow())
                .containsExactly("{\"n\":1}", "{\"n\":2}");
        assertThat(resultsOf(spans)).containsExactly(Optional.of("r1"), Optional.of("r2"));
    }

    @Test
    void givesAResultToTheLaterCallThoughAnEarlierOneOfItsIdNeverGotOne() throws Exception {
        String call = "{'role':'assistant','tool_calls':[{'id':'0','name':'a','arguments':{'n':%d}}]},";
        List<Span> spans = Mapped.by(TALK)
                .spans("{'id':'t','m':[{'role':'user','content':'hi'}," + call.formatted(1)
                        + "{'role':'user','content':'well?'}," + call.formatted(2)
                        + "{'role':'tool','tool_call_id':'0','content':'r'}]}");
        assertThat(of(spans, SpanKind.TOOL))
                .extracting(span -> span.toolUse().orElseThrow().arguments().orElseThrow())
                .containsExactly("{\"n\":2}");
    }

    @Test
    void pairsResultsWithoutIdsInOrder() throws Exception {
        List<Span> spans = Mapped.by(TALK)
                .spans(
                        "{'id':'t','m':[" + CALLS
                                + "{'role':'tool','content':'1'},{'role':'tool','content':'2'},{'role':'tool','content':'3'}]}");
        assertThat(of(spans, SpanKind.TOOL)).extracting(Span::name).containsExactly("a", "b");
        assertThat(resultsOf(spans)).containsExactly(Optional.of("1"), Optional.of("2"));
    }

    @Test
    void takesAResultWithTheIdOfNoCallForNobodys() throws Exception {
        List<Span> spans = Mapped.by(TALK)
                .spans("{'id':'t','m':[" + CALLS + "{'role':'tool','tool_call_id':'z','content':'lost'}]}");
        assertThat(of(spans, SpanKind.TOOL)).isEmpty();
    }

    @Test
    void tellsAFailedToolFromOneThatWorked() throws Exception {
        List<Span> spans = Mapped.by(TALK + ",'message':{'error':'/bad'}")
                .spans("{'id':'t','m':[" + CALLS + "{'role':'tool','tool_call_id':'c','content':'boom','bad':true},"
                        + "{'role':'tool','tool_call_id':'d','content':'fine','bad':false}]}");
        assertThat(of(spans, SpanKind.TOOL)).extracting(Span::status).containsExactly(Status.ERROR, Status.UNSET);
        assertThat(of(spans, SpanKind.TOOL).get(0).failure()).contains(new Failure("tool_error", Optional.of("boom")));
    }

    @Test
    void tellsAnAnswerThatFailedFromOneThatWasGiven() throws Exception {
        List<Span> spans = Mapped.by(TALK + ",'message':{'error':'/failed'}")
                .spans(
                        "{'id':'t','m':[{'role':'user','content':'hi'},{'role':'assistant','content':'oops','failed':'overloaded'},"
                                + "{'role':'user','content':'again'},{'role':'assistant','content':'hello'}]}");
        assertThat(of(spans, SpanKind.LLM))
                .extracting(Span::status, span -> span.failure().flatMap(Failure::message))
                .containsExactly(tuple(Status.ERROR, Optional.of("overloaded")), tuple(Status.UNSET, Optional.empty()));
    }

    /** Of the whole conversation only the sum may be logged: it is told once, above the calls. */
    @Test
    void keepsTheUsageOfAWholeConversationAsTheSumOfItsCalls() throws Exception {
        String usage = "'usage':{'input':'/tok/in','output':'/tok/out'}";
        List<Span> spans = Mapped.by(TALK + "," + usage)
                .spans(
                        "{'id':'t','tok':{'in':12,'out':3},'m':[{'role':'user','content':'hi'},{'role':'assistant','content':'a'},"
                                + "{'role':'user','content':'more'},{'role':'assistant','content':'b'}]}");
        assertThat(spans.get(0).usage().orElseThrow().inputTokens()).contains(12L);
        assertThat(spans.get(0).fidelity()).contains(Fidelity.ROLLUP_USAGE);
        assertThat(of(spans, SpanKind.LLM)).extracting(Span::usage).containsOnly(Optional.empty());
        assertThat(RunAssembler.assemble(spans, 1))
                .singleElement()
                .extracting(run -> run.usage().inputTokens())
                .isEqualTo(Optional.of(12L));

        List<Span> told = Mapped.by(TALK + "," + usage + ",'message':{" + usage + "}")
                .spans("{'id':'t','tok':{'in':12,'out':3},'m':[{'role':'user','content':'hi'},"
                        + "{'role':'assistant','content':'a','tok':{'in':11,'out':2}}]}");
        assertThat(RunAssembler.assemble(told, 1))
                .singleElement()
                .extracting(run -> run.usage().inputTokens())
                .isEqualTo(Optional.of(11L));
    }

    @Test
    void readsAnthropicBlocksWithTheirFailedResults() throws Exception {
        List<Span> spans = Mapped.by(TALK + ",'system':'/s'")
                .spans("{'id':'t','s':'Be brief','m':[{'role':'user','content':[{'type':'text','text':'hi'}]},"
                        + "{'role':'assistant','content':[{'type':'text','text':'let me see'},{'type':'tool_use','id':'c',"
                        + "'name':'find','input':{'q':1}}]},{'role':'user','content':[{'type':'tool_result',"
                        + "'tool_use_id':'c','is_error':true,'content':'none'},{'type':'text','text':'and?'}]},"
                        + "{'role':'assistant','content':'nothing'}]}");
        assertThat(spans.get(0).messagesIn())
                .containsExactly(Message.of(Role.SYSTEM, "Be brief"), Message.of(Role.USER, "hi"));
        assertThat(spans.get(2).status()).isEqualTo(Status.ERROR);
        assertThat(spans.get(3).messagesIn())
                .containsExactly(Message.result("c", Optional.of("find"), "none"), Message.of(Role.USER, "and?"));
    }

    @Test
    void readsMessagesUnderTheLogsOwnNames() throws Exception {
        List<Span> spans = Mapped.by(TALK
                        + ",'message':{'role':'/from','roles':{'bot':'assistant','client':'user','fn':'tool'},"
                        + "'content':'/text','tool-calls':'/calls','tool-call-id':'/for','time':{'at':'/ms','unit':'ms'},"
                        + "'usage':{'input':'/tok/0','output':'/tok/1'}}")
                .spans("{'id':'t','m':[{'from':'client','text':'hi','content':{'not':'this'},'ms':1769246446000},"
                        + "{'from':'bot','calls':[{'id':'c','name':'find','arguments':{'q':1}}],'tok':[10,2],'ms':1769246447000},"
                        + "{'from':'fn','for':'c','text':'none','ms':1769246449000},"
                        + "{'from':'bot','text':'sorry','tok':[14,3],'ms':1769246450000}]}");
        Span step = spans.get(1);
        assertThat(step.messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(step.messagesOut())
                .containsExactly(Message.calling(List.of(new ToolCall("c", "find", "{\"q\":1}"))));
        assertThat(step.usage())
                .contains(new Usage(
                        Optional.of(10L), Optional.of(2L), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(step.startedAt()).contains(Instant.ofEpochSecond(1769246446));
        assertThat(step.endedAt()).contains(Instant.ofEpochSecond(1769246447));
        assertThat(spans.get(2).startedAt()).contains(Instant.ofEpochSecond(1769246447));
        assertThat(spans.get(3).usage().orElseThrow().inputTokens()).contains(14L);
    }

    @Test
    void readsTheOlderFunctionsOfOpenAi() throws Exception {
        List<Span> spans = Mapped.by(TALK)
                .spans("{'id':'t','m':[{'role':'user','content':'hi'},{'role':'assistant','content':null,"
                        + "'function_call':{'name':'find','arguments':'{}'}},"
                        + "{'role':'function','name':'find','content':'none'}]}");
        assertThat(spans.get(1).messagesOut().get(0).toolCalls()).hasSize(1);
        assertThat(resultsOf(spans)).containsExactly(Optional.of("none"));
    }

    @Test
    void readsEachConversationOfADocument() throws Exception {
        List<Span> spans = Mapped.by("'unit':'conversation','records':'/runs','trace':'/id','messages':'/m',"
                        + "'agent':'^/domain','group':{'join':['^/domain','/task']}")
                .spans("{'domain':'air','runs':[{'id':'a','task':1,'m':[]},{'id':'b','task':2,'m':[]}]}");
        assertThat(spans).extracting(Span::traceId).containsExactly("a", "b");
        assertThat(spans).extracting(span -> span.groupId().orElse("")).containsExactly("air/1", "air/2");
        assertThat(spans).allSatisfy(span -> assertThat(span.fidelity()).contains(Fidelity.MISSING_MESSAGES));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void decodesMessagesThatWereLoggedAsText(int levels) throws Exception {
        String messages = "[{\"role\":\"user\",\"content\":\"42\"},{\"role\":\"assistant\",\"content\":\"true\"}]";
        for (int i = 0; i < levels; i++) {
            messages = com.fasterxml.jackson.databind.node.TextNode.valueOf(messages)
                    .toString();
        }
        List<Span> spans = Mapped.by(TALK).spans("{\"id\":\"t\",\"m\":" + messages + "}");
        assertThat(spans.get(1).messagesIn()).containsExactly(Message.of(Role.USER, "42"));
        assertThat(spans.get(1).messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "true"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':'t'}                             | MISSING_FIELD /m",
                "{'id':'t','m':'hi'}                    | INVALID_FIELD /m: must be a list of messages, was of type STRING",
                "{'id':'t','m':{'a':1}}                 | INVALID_FIELD /m: must be a list of messages, was of type OBJECT",
                "{'id':'t','m':['hi']}                  | INVALID_FIELD /m/0: must be an object, was of type STRING",
                "{'id':'t','m':[{'content':'hi'}]}      | MISSING_FIELD /m/0.role: none of ",
                "{'id':'t','m':[{'role':'elf'}]}        | INVALID_FIELD /m/0.role: none of ",
                "{'m':[]}                               | MISSING_FIELD /id"
            })
    void refusesWhatIsNoConversation(String record, String refusal) {
        assertThat(Mapped.by(TALK).refusal(record)).startsWith(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                              | 1970-01-01T00:00:00.000002Z",
                ",'started':'/at'                              | 2026-11-01T08:00:00.000002Z",
                ",'started':'/at','message':{'time':'/t'}      | 2026-11-01T08:05:00.000002Z",
                ",'started':'/at','updated':'/up'              | 2026-11-02T00:00:00Z"
            })
    void ofTwoVersionsOfAConversationThatSayNoTimeTheOneOfMoreTurnsIsTheLater(String mapping, String version)
            throws Exception {
        List<Span> spans = Mapped.by(TALK + (mapping == null ? "" : mapping))
                .spans("{'id':'t1','at':'2026-11-01T08:00:00Z','up':'2026-11-02T00:00:00Z','m':["
                        + "{'role':'user','content':'hi'},"
                        + "{'role':'assistant','content':'yo','t':'2026-11-01T08:05:00Z'}]}");
        assertThat(spans).extracting(Span::versionAt).containsOnly(Instant.parse(version));
    }

    @Test
    void anAnswerTellsWhyItEnded() throws Exception {
        List<Span> spans = Mapped.by("'unit':'conversation','messages':'/m','message':{'finish':'/stop'}")
                .spans(
                        "{'m':[{'role':'user','content':'hi'},{'role':'assistant','content':'cut o','stop':'max_tokens'},"
                                + "{'role':'assistant','content':'again'}]}");
        assertThat(spans.subList(1, 3))
                .extracting(span -> span.model().flatMap(Model::finishReason).orElse("untold"))
                .containsExactly("length", "untold");
    }
}
