package dev.logmill.curation.pair;

import static dev.logmill.curation.SampleSpans.LOOKUP;
import static dev.logmill.curation.SampleSpans.QUESTION;
import static dev.logmill.curation.SampleSpans.SYSTEM;
import static dev.logmill.curation.SampleSpans.agent;
import static dev.logmill.curation.SampleSpans.assistant;
import static dev.logmill.curation.SampleSpans.call;
import static dev.logmill.curation.SampleSpans.calling;
import static dev.logmill.curation.SampleSpans.llm;
import static dev.logmill.curation.SampleSpans.lookupTrace;
import static dev.logmill.curation.SampleSpans.model;
import static dev.logmill.curation.SampleSpans.result;
import static dev.logmill.curation.SampleSpans.span;
import static dev.logmill.curation.SampleSpans.tool;
import static dev.logmill.curation.SampleSpans.under;
import static dev.logmill.curation.SampleSpans.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.RunAssembler;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairMakerTest {
    private static final LocalDate NIGHT = LocalDate.parse("2026-03-02");

    @Test
    void makesOneJobPairOfARunOfOneCall() {
        List<Candidate> pairs = pairs(List.of(single(assistant("Shipped."))));

        assertThat(pairs).extracting(Candidate::unit).containsExactly(PairUnit.JOB);
        assertThat(pairs.get(0).input()).containsExactly(SYSTEM, QUESTION);
        assertThat(pairs.get(0).output()).contains(assistant("Shipped."));
        assertThat(pairs.get(0).terminal()).isTrue();
    }

    @Test
    void takesTheSameInputWithoutTheSystemPromptForTheSameJob() {
        List<Candidate> pairs = pairs(List.of(
                agent("a", 0)
                        .messagesIn(List.of(QUESTION))
                        .messagesOut(List.of(assistant("Shipped.")))
                        .build(),
                under("a", llm("l1", 1, List.of(SYSTEM, QUESTION), assistant("Shipped.")))));

        assertThat(pairs).extracting(Candidate::unit).containsExactly(PairUnit.JOB);
        assertThat(pairs.get(0).input()).containsExactly(SYSTEM, QUESTION);
    }

    @Test
    void makesAPairOfEveryStepOfALongerRunAndNoneOfTheJob() {
        List<Candidate> pairs = pairs(lookupTrace());

        assertThat(pairs).extracting(Candidate::unit).containsExactly(PairUnit.STEP, PairUnit.STEP);
        assertThat(pairs).extracting(Candidate::step).containsExactly(0, 1);
        assertThat(pairs).extracting(Candidate::terminal).containsExactly(false, true);
        assertThat(pairs).allSatisfy(pair -> assertThat(pair.tools()).containsExactly(LOOKUP));
    }

    @Test
    void makesAJobPairOfAnInputThatOnlyTheAgentSpanLogs() {
        List<Candidate> pairs = pairs(List.of(
                agent("a", 0).messagesIn(List.of(user("order=7"))).build(),
                under("a", llm("l1", 1, List.of(QUESTION), assistant("Order 7?"))),
                under("a", llm("l2", 2, List.of(user("Say it kindly.")), assistant("It is on its way.")))));

        assertThat(pairs).extracting(Candidate::unit).containsExactly(PairUnit.STEP, PairUnit.STEP, PairUnit.JOB);
        assertThat(pairs.get(2).input()).containsExactly(user("order=7"));
        assertThat(pairs.get(2).output()).contains(assistant("It is on its way."));
        assertThat(pairs.get(2).tools()).isEmpty();
    }

    @Test
    void makesNoJobPairWhereToolsOrRetrieversBringTheAnswerIn() {
        List<Span> looksUp = new ArrayList<>(lookupTrace());
        looksUp.set(
                0,
                looksUp.get(0).toBuilder().messagesIn(List.of(user("order=7"))).build());
        List<Span> reads = List.of(
                agent("a", 0).messagesIn(List.of(user("order=7"))).build(),
                under("a", span(SpanKind.RETRIEVER, "r1", 1)),
                under("a", llm("l1", 2, List.of(QUESTION), assistant("Shipped."))));
        List<Span> silent = List.of(
                agent("a", 0)
                        .messagesIn(List.of(QUESTION))
                        .messagesOut(List.of(assistant("Shipped.")))
                        .build(),
                under("a", tool("u1", 1, "lookup")));

        assertThat(pairs(looksUp)).extracting(Candidate::unit).containsExactly(PairUnit.STEP, PairUnit.STEP);
        assertThat(pairs(reads)).extracting(Candidate::input).containsExactly(List.of(QUESTION));
        assertThat(pairs(silent)).isEmpty();
    }

    /** Some logs have the call and the agent's answer, and of what the tool said nothing. */
    @Test
    void makesNoJobPairOfAnAnswerFromAToolWhoseResultIsNotLogged() {
        Message asks = calling(call("c", "lookup", "{\"order\":7}"));
        Span run = agent("a", 0)
                .messagesIn(List.of(QUESTION))
                .messagesOut(List.of(assistant("It is in Berlin.")))
                .build();
        List<Span> called = List.of(run, under("a", llm("l1", 1, List.of(QUESTION), asks)));
        List<Span> calledAndAnswered = List.of(
                run,
                under("a", llm("l1", 1, List.of(QUESTION), asks)),
                under("a", llm("l2", 2, List.of(user("Say it.")), assistant("It is in Berlin, I hear."))));

        assertThat(pairs(called)).extracting(Candidate::unit).containsExactly(PairUnit.JOB);
        assertThat(pairs(called).get(0).output().orElseThrow().toolCalls())
                .extracting(ToolCall::name)
                .containsExactly("lookup");
        assertThat(pairs(calledAndAnswered)).extracting(Candidate::unit).containsExactly(PairUnit.STEP, PairUnit.STEP);
    }

    @Test
    void makesNoJobPairOfAnAnswerThatAnotherAgentHelpedWith() {
        Span inner = under("a", agent("b", 1)).toBuilder()
                .messagesIn(List.of(user("Look up 7.")))
                .messagesOut(List.of(assistant("Berlin")))
                .build();
        List<Span> asked = List.of(
                agent("a", 0)
                        .messagesIn(List.of(QUESTION))
                        .messagesOut(List.of(assistant("It is in Berlin.")))
                        .build(),
                inner,
                under("a", llm("l1", 2, List.of(QUESTION, user("Berlin")), assistant("It is in Berlin, I hear."))));

        Run outer = RunAssembler.assemble(asked, 1).get(0);
        assertThat(outer.agent()).isEqualTo("a");
        assertThat(PairMaker.pairs(outer)).singleElement().satisfies(pair -> assertThat(
                        pair.output().flatMap(Message::content))
                .contains("It is in Berlin, I hear."));
    }

    @Test
    void tellsAnEmptyToolDescriptionFromNone() {
        Tool bare = new Tool("lookup", Optional.empty(), LOOKUP.parameters());
        Tool blank = new Tool("lookup", Optional.of(""), LOOKUP.parameters());

        assertThat(List.of(bare, blank))
                .extracting(tool -> pairs(List.of(single(assistant("Shipped.")).toBuilder()
                                .tools(List.of(tool))
                                .build()))
                        .get(0)
                        .pairId())
                .doesNotHaveDuplicates();
    }

    /** Rows that collapse into one must be one in every column, or the survivor would tell the order they came in. */
    @Test
    void makesEqualPairsOfEqualIds() {
        List<Span> renamed = new ArrayList<>();
        lookupTrace()
                .forEach(span -> renamed.add(span.toBuilder()
                        .subject(Optional.of("p2"))
                        .startedAt(span.startedAt().map(start -> start.plusSeconds(3600)))
                        .messagesIn(renamed(span.messagesIn()))
                        .messagesOut(renamed(span.messagesOut()))
                        .build()));

        assertThat(pairs(renamed))
                .extracting(pair -> pair.pair(NIGHT, 1))
                .isEqualTo(pairs(lookupTrace()).stream()
                        .map(pair -> pair.pair(NIGHT, 1))
                        .toList());
    }

    @Test
    void makesStepAndJobOfOneCallWhoseAnswerTheAgentChanges() {
        List<Candidate> pairs = pairs(List.of(
                agent("a", 0)
                        .messagesIn(List.of(QUESTION))
                        .messagesOut(List.of(assistant("SHIPPED")))
                        .build(),
                under("a", llm("l1", 1, List.of(SYSTEM, QUESTION), assistant("Shipped.")))));

        assertThat(pairs).extracting(Candidate::unit).containsExactly(PairUnit.STEP, PairUnit.JOB);
    }

    /** As a function of Python is logged that was asked in one dictionary and answered in another. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"question\":\"Where is it?\",\"channel\":\"web\"} | Where is it? | {\"reply\":\"Shipped.\"} | Shipped.",
                "{\"args\":[\"Where is it?\"],\"kwargs\":{}} | Where is it? | Shipped. | Shipped.",
                "Where is it? | Answer in a word: Where is it? | {\"a\":\"Shipped.\",\"by\":\"m\"} | Shipped.",
                "{\"ticket\":{\"text\":\"Where?\"}} | Where? | {\"out\":{\"state\":\"shipped\"}} | {\"state\": \"shipped\"}"
            })
    void takesAQuestionAndAnAnswerInAnotherWrappingForTheSameJob(String in, String asked, String out, String answer) {
        List<Candidate> pairs = pairs(List.of(
                agent("a", 0)
                        .messagesIn(List.of(user(in)))
                        .messagesOut(List.of(assistant(out)))
                        .build(),
                under(
                        "a",
                        llm(
                                "l1",
                                1,
                                List.of(SYSTEM, user("Hi"), assistant("Hello"), user(asked)),
                                assistant(answer)))));

        assertThat(pairs).extracting(Candidate::unit).containsExactly(PairUnit.JOB);
        assertThat(pairs.get(0).input()).contains(SYSTEM, user(asked));
        assertThat(pairs.get(0).output()).contains(assistant(answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"order\":7} | Where is order 7? | {\"reply\":\"Shipped.\"} | Shipped.",
                "{\"unit\":\"is\"} | Where is it? | {\"reply\":\"Shipped.\"} | Shipped.",
                "{\"question\":\"Where is it?\"} | Where is it? | {\"reply\":\"Shipped. Bye.\"} | Shipped."
            })
    void makesStepAndJobWhereTheAgentSpanSaysWhatTheCallDoesNot(String in, String asked, String out, String answer) {
        List<Candidate> pairs = pairs(List.of(
                agent("a", 0)
                        .messagesIn(List.of(user(in)))
                        .messagesOut(List.of(assistant(out)))
                        .build(),
                under("a", llm("l1", 1, List.of(SYSTEM, user(asked)), assistant(answer)))));

        assertThat(pairs).extracting(Candidate::unit).containsExactly(PairUnit.STEP, PairUnit.JOB);
    }

    @Test
    void makesAJobPairOfAnAgentWhoseCallsAreNotLogged() {
        List<Candidate> pairs = pairs(List.of(agent("a", 0)
                .messagesIn(List.of(QUESTION))
                .messagesOut(List.of(assistant("Shipped.")))
                .build()));

        assertThat(pairs).extracting(Candidate::unit).containsExactly(PairUnit.JOB);
        assertThat(pairs.get(0).provenance(false, NIGHT, 1).spanId()).isEqualTo("a");
    }

    @Test
    void countsToolCallsFromTheStartOfTheConversation() {
        Candidate second = pairs(lookupTrace()).get(1);

        assertThat(second.input().get(2).toolCalls()).extracting(ToolCall::id).containsExactly("c0", "c1");
        assertThat(second.input().get(3).toolCallId()).contains("c0");
        assertThat(second.input().get(4).toolCallId()).contains("c1");
    }

    @Test
    void givesAnAnswersToolCallsTheNextNumbers() {
        Message earlier = calling(call("q", "lookup", "{}"));
        List<Message> input = List.of(QUESTION, earlier, result("q", "found"));
        Candidate pair = pairs(List.of(
                        llm("l1", 0, input, calling(call("q", "lookup", "{}"))).build()))
                .get(0);

        assertThat(pair.output().orElseThrow().toolCalls())
                .extracting(ToolCall::id)
                .containsExactly("c1");
    }

    @Test
    void joinsAResultToTheOpenCallWhereAnIdIsUsedAgain() {
        Message again = calling(call("q", "lookup", "{}"));
        List<Message> input = List.of(QUESTION, again, result("q", "1"), again, result("q", "2"));
        Candidate pair =
                pairs(List.of(llm("l1", 0, input, assistant("ok")).build())).get(0);

        assertThat(pair.input().get(2).toolCallId()).contains("c0");
        assertThat(pair.input().get(4).toolCallId()).contains("c1");
    }

    @Test
    void joinsAResultWithoutAnIdToTheOldestOpenCallOfItsTool() {
        Message calls = calling(call("", "lookup", "{}"), call("", "refund", "{}"));
        Message refunded = new Message(
                Role.TOOL,
                Optional.of("ok"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("refund"),
                Optional.empty(),
                List.of(),
                List.of());
        Candidate pair = pairs(List.of(llm("l1", 0, List.of(QUESTION, calls, refunded), assistant("ok"))
                        .build()))
                .get(0);

        assertThat(pair.input().get(2).toolCallId()).contains("c1");
    }

    @Test
    void givesTheSameContentTheSameIdsWhateverTheToolCallsWereCalled() {
        List<Span> renamed = new ArrayList<>();
        for (Span span : lookupTrace()) {
            renamed.add(span.toBuilder()
                    .messagesIn(renamed(span.messagesIn()))
                    .messagesOut(renamed(span.messagesOut()))
                    .build());
        }

        assertThat(pairs(renamed))
                .extracting(Candidate::pairId)
                .isEqualTo(pairs(lookupTrace()).stream().map(Candidate::pairId).toList());
    }

    @Test
    void givesTwoAnswersToOneQuestionOneInputIdAndTwoPairIds() {
        Candidate one = pairs(List.of(single(assistant("Shipped.")))).get(0);
        Candidate other = pairs(List.of(single(assistant("Lost.")))).get(0);

        assertThat(one.inputId()).isEqualTo(other.inputId());
        assertThat(one.pairId()).isNotEqualTo(other.pairId());
    }

    @Test
    void givesStepAndJobOfOneQuestionOneInputId() {
        Candidate job = pairs(List.of(single(assistant("Shipped.")))).get(0);
        Candidate step = pairs(List.of(
                        single(assistant("Shipped.")),
                        llm("l2", 9, List.of(user("thanks")), assistant("bye"))
                                .agent(Optional.of("a"))
                                .build()))
                .get(0);

        assertThat(step.inputId()).isEqualTo(job.inputId());
        assertThat(step.pairId()).isNotEqualTo(job.pairId());
    }

    @Test
    void tellsToolsResponseFormatsReasoningAndMediaApart() {
        Media photo = new Media("image", Optional.empty(), Optional.empty(), Optional.of("ab"));
        Message seen = new Message(
                Role.USER,
                QUESTION.content(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(photo));
        Message thought = new Message(
                Role.ASSISTANT,
                Optional.of("Shipped."),
                Optional.of("so"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        Span plain = single(assistant("Shipped."));
        List<Span> variants = List.of(
                plain,
                plain.toBuilder().tools(List.of(LOOKUP)).build(),
                plain.toBuilder()
                        .model(model("{\"response_format\":{\"type\":\"json_object\"}}", "stop"))
                        .build(),
                plain.toBuilder().messagesIn(List.of(SYSTEM, seen)).build(),
                plain.toBuilder().messagesOut(List.of(thought)).build());

        assertThat(variants)
                .extracting(span -> pairs(List.of(span)).get(0).pairId())
                .doesNotHaveDuplicates();
    }

    @Test
    void asksForNoFormWhereTextIsAskedFor() {
        Span asked = single(assistant("1")).toBuilder()
                .model(model("{\"response_format\":{\"type\":\"text\"}}", "stop"))
                .build();

        assertThat(pairs(List.of(asked)).get(0).responseFormat()).isEmpty();
    }

    @Test
    void marksAFailedAttemptThatWasRepeatedAndTakesTheRestForOneCall() {
        Span timeout = span(SpanKind.LLM, "l0", 0)
                .agent(Optional.of("a"))
                .messagesIn(List.of(SYSTEM, QUESTION))
                .status(Status.ERROR)
                .failure(Optional.of(new Failure("timeout", Optional.empty())))
                .build();
        List<Candidate> pairs = pairs(List.of(timeout, single(assistant("Shipped."))));

        assertThat(pairs).extracting(Candidate::attempt).containsExactly(Attempt.SUPERSEDED, Attempt.LAST);
        assertThat(pairs).extracting(Candidate::unit).containsExactly(PairUnit.STEP, PairUnit.JOB);
    }

    @Test
    void keepsAnAnswerInSightThatWasAskedForAgain() {
        Message bad = calling(call("1", "lookup", "{\"order\":\"seven\"}"));
        Message good = calling(call("2", "lookup", "{\"order\":7}"));
        List<Candidate> pairs = pairs(List.of(single(bad), second(good)));

        assertThat(pairs).extracting(Candidate::attempt).containsExactly(Attempt.RETRIED, Attempt.LAST);
        assertThat(pairs.get(0).inputId()).isEqualTo(pairs.get(1).inputId());
    }

    @Test
    void doesNotCallAFailureSupersededWhereNothingLaterSucceeds() {
        Span failed = single(assistant("")).toBuilder().status(Status.ERROR).build();
        List<Candidate> pairs = pairs(List.of(
                failed, second(assistant("")).toBuilder().status(Status.ERROR).build()));

        assertThat(pairs).extracting(Candidate::attempt).containsExactly(Attempt.RETRIED, Attempt.LAST);
    }

    @Test
    void aPairGoesOnFromTheInputsOfTheTurnsBeforeIt() {
        List<Candidate> pairs = pairs(lookupTrace());

        assertThat(pairs.get(0).history()).isEmpty();
        assertThat(pairs.get(1).history()).containsExactly(pairs.get(0).inputId());
    }

    @Test
    void aConversationLoggedTurnByTurnGoesOnFromItsFirstQuestion() {
        Message first = assistant("Which order?");
        Candidate asked = pairs(
                        List.of(llm("l1", 1, List.of(SYSTEM, QUESTION), first).build()))
                .get(0);
        Candidate further = pairs(List.of(
                        llm("l2", 2, List.of(SYSTEM, QUESTION, first, user("Order 7.")), assistant("It is on its way."))
                                .build()))
                .get(0);

        assertThat(further.history()).containsExactly(asked.inputId());
    }

    @Test
    void tellsWhereAPairComesFrom() {
        Provenance from = pairs(lookupTrace()).get(1).provenance(false, NIGHT, 7);

        assertThat(from.spanId()).isEqualTo("l2");
        assertThat(from.wording()).isEqualTo(Wording.of("It is on its way."));
        assertThat(from.traceId()).isEqualTo("t1");
        assertThat(from.sessionId()).contains("s1");
        assertThat(from.subject()).contains("p1");
        assertThat(from.firstBatch()).isEqualTo(7);
        assertThat(from.firstOf(3).firstBatch()).isEqualTo(3);
        assertThat(from.outcome()).contains(1.0);
        assertThat(from.toolFailed()).isFalse();
    }

    @Test
    void tellsAFailedToolToTheStepsUpToItAndNotToThoseAfter() {
        List<Span> trace = new ArrayList<>(lookupTrace());
        trace.set(3, under("a", tool("u2", 3, "lookup").status(Status.ERROR)));

        assertThat(pairs(trace))
                .extracting(pair -> pair.provenance(false, NIGHT, 1).toolFailed())
                .containsExactly(true, false);
    }

    @Test
    void isAPairOnlyWithAnAnswer() {
        Candidate silent = pairs(List.of(span(SpanKind.LLM, "l1", 0)
                        .messagesIn(List.of(QUESTION))
                        .build()))
                .get(0);

        assertThat(silent.pair(NIGHT, 1)).isEmpty();
        assertThat(pairs(lookupTrace()).get(0).pair(NIGHT, 1).orElseThrow().agent())
                .isEqualTo("a");
    }

    private static Span single(Message answer) {
        return llm("l1", 1, List.of(SYSTEM, QUESTION), answer)
                .agent(Optional.of("a"))
                .build();
    }

    private static Span second(Message answer) {
        return llm("l2", 2, List.of(SYSTEM, QUESTION), answer)
                .agent(Optional.of("a"))
                .build();
    }

    private static List<Message> renamed(List<Message> messages) {
        return messages.stream()
                .map(message -> new Message(
                        message.role(),
                        message.content(),
                        message.reasoning(),
                        message.refusal(),
                        message.name(),
                        message.toolCallId().map(id -> "other-" + id),
                        message.toolCalls().stream()
                                .map(each -> call("other-" + each.id(), each.name(), each.arguments()))
                                .toList(),
                        message.media()))
                .toList();
    }

    private static List<Candidate> pairs(List<Span> spans) {
        List<Run> runs = RunAssembler.assemble(spans, 1);
        assertThat(runs).hasSize(1);
        return PairMaker.pairs(runs.get(0));
    }
}
