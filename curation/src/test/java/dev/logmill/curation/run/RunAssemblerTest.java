package dev.logmill.curation.run;

import static dev.logmill.curation.SampleSpans.LOOKUP;
import static dev.logmill.curation.SampleSpans.NOON;
import static dev.logmill.curation.SampleSpans.QUESTION;
import static dev.logmill.curation.SampleSpans.SYSTEM;
import static dev.logmill.curation.SampleSpans.agent;
import static dev.logmill.curation.SampleSpans.assistant;
import static dev.logmill.curation.SampleSpans.call;
import static dev.logmill.curation.SampleSpans.calling;
import static dev.logmill.curation.SampleSpans.llm;
import static dev.logmill.curation.SampleSpans.lookupTrace;
import static dev.logmill.curation.SampleSpans.result;
import static dev.logmill.curation.SampleSpans.span;
import static dev.logmill.curation.SampleSpans.tokens;
import static dev.logmill.curation.SampleSpans.tool;
import static dev.logmill.curation.SampleSpans.under;
import static dev.logmill.curation.SampleSpans.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunAssemblerTest {
    private static final List<SpanKind> KINDS = List.of(SpanKind.values());
    private static final List<Status> STATES = List.of(Status.values());

    @Test
    void makesOneRunOfAnAgentItsCallsAndItsTools() {
        Run run = only(lookupTrace());

        assertThat(run.agent()).isEqualTo("a");
        assertThat(run.agentNamed()).isTrue();
        assertThat(run.rootSpanId()).contains("a");
        assertThat(run.decisionPath()).isEqualTo("llm > tool:lookup > tool:lookup > llm");
        assertThat(run.toolsUsed()).containsExactly("lookup", "lookup");
        assertThat(run.steps()).extracting(Step::spanId).containsExactly("l1", "l2");
        assertThat(run.output()).contains(assistant("It is on its way."));
        assertThat(run.latencyMs()).contains(5000L);
        assertThat(run.outcome()).contains(1.0);
        assertThat(run.spans()).isEqualTo(5);
        assertThat(run.depth()).isEqualTo(2);
        assertThat(run.repairs()).isEmpty();
        assertThat(run.day()).isEqualTo("2026-03-01");
    }

    @Test
    void keepsOnlyWhatAStepAddsToTheOneBefore() {
        Step second = only(lookupTrace()).steps().get(1);

        assertThat(second.shared()).isEqualTo(3);
        assertThat(second.added())
                .extracting(Message::toolCallId)
                .containsExactly(Optional.of("x9"), Optional.of("x3"));
    }

    @Test
    void givesTheWholeInputOfEveryStepBack() {
        List<Span> trace = lookupTrace();
        RunConversation conversation = new RunConversation(only(trace));

        assertThat(conversation.input(0).messages()).isEqualTo(trace.get(1).messagesIn());
        assertThat(conversation.input(1).messages()).isEqualTo(trace.get(4).messagesIn());
    }

    @Test
    void keepsEachSetOfToolsOnce() {
        Run run = only(lookupTrace());

        assertThat(run.toolsets()).containsExactly(new Toolset(List.of(LOOKUP)));
        assertThat(run.steps()).extracting(Step::toolset).containsOnly(Optional.of(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void doesNotDependOnTheOrderTheSpansCameIn(long seed) {
        List<Span> shuffled = new ArrayList<>(lookupTrace());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(RunAssembler.assemble(shuffled, 1)).isEqualTo(RunAssembler.assemble(lookupTrace(), 1));
    }

    @Test
    void ordersStepsBySequenceWhereAllTimesAreEqual() {
        Span first = llm("z", 0, List.of(QUESTION), assistant("1")).sequence(0).build();
        Span second = llm("a", 0, List.of(QUESTION), assistant("2")).sequence(1).build();

        assertThat(only(List.of(second, first)).steps())
                .extracting(Step::spanId)
                .containsExactly("z", "a");
    }

    @Test
    void ordersStepsByWhoContinuesWhomWhereNothingElseTells() {
        Span first = llm("z", 0, List.of(QUESTION), assistant("1")).build();
        Span second = llm("m", 0, List.of(user("and?")), assistant("2"))
                .continuesSpanId(Optional.of("z"))
                .build();
        Span third = llm("a", 0, List.of(user("so?")), assistant("3"))
                .continuesSpanId(Optional.of("m"))
                .build();

        assertThat(only(List.of(third, second, first)).steps())
                .extracting(Step::spanId)
                .containsExactly("z", "m", "a");
    }

    @Test
    void putsTheWholeConversationBeforeAContinuingSpan() {
        Span first = llm("l1", 0, List.of(QUESTION), assistant("1")).build();
        Span second = llm("l2", 1, List.of(user("and?")), assistant("2"))
                .continuesSpanId(Optional.of("l1"))
                .build();
        Run run = only(List.of(first, second));

        assertThat(new RunConversation(run).input(1).messages())
                .containsExactly(QUESTION, assistant("1"), user("and?"));
        assertThat(run.steps().get(1).shared()).isEqualTo(2);
    }

    @Test
    void putsTheSystemMessageOfAContinuingSpanInPlaceOfTheOneBefore() {
        Message rhyme = Message.of(Role.SYSTEM, "Rhyme");
        Span first = llm("l1", 0, List.of(SYSTEM, QUESTION), assistant("1")).build();
        Span second = llm("l2", 1, List.of(SYSTEM, user("and?")), assistant("2"))
                .continuesSpanId(Optional.of("l1"))
                .build();
        Span third = llm("l3", 2, List.of(rhyme, user("so?")), assistant("3"))
                .continuesSpanId(Optional.of("l2"))
                .build();
        RunConversation told = new RunConversation(only(List.of(first, second, third)));

        assertThat(told.input(1).messages()).containsExactly(SYSTEM, QUESTION, assistant("1"), user("and?"));
        assertThat(told.input(2).messages())
                .containsExactly(rhyme, QUESTION, assistant("1"), user("and?"), assistant("2"), user("so?"));
    }

    @Test
    void flagsAStepWhosePredecessorNeverCame() {
        Span lost = llm("l2", 1, List.of(user("and?")), assistant("2"))
                .continuesSpanId(Optional.of("l1"))
                .build();
        Run run = only(List.of(lost));

        assertThat(run.steps().get(0).fidelity()).containsExactly(Fidelity.MISSING_MESSAGES);
        assertThat(run.repairs()).containsExactly("predecessor_missing:l2");
    }

    @Test
    void flagsEveryStepAfterAMissingPredecessor() {
        Span second = llm("l2", 1, List.of(user("and?")), assistant("2"))
                .continuesSpanId(Optional.of("l1"))
                .build();
        Span third = llm("l3", 2, List.of(user("so?")), assistant("3"))
                .continuesSpanId(Optional.of("l2"))
                .build();

        assertThat(only(List.of(second, third)).steps().get(1).fidelity()).contains(Fidelity.MISSING_MESSAGES);
    }

    @Test
    void countsAnInputAsCutWhereAnEarlierAnswerWas() {
        Span first = llm("l1", 0, List.of(QUESTION), assistant("1"))
                .note(Fidelity.TRUNCATED_OUTPUT)
                .build();
        Span second = llm("l2", 1, List.of(user("and?")), assistant("2"))
                .continuesSpanId(Optional.of("l1"))
                .build();

        assertThat(only(List.of(first, second)).steps().get(1).fidelity()).containsExactly(Fidelity.TRUNCATED_INPUT);
    }

    @Test
    void endsACircleOfContinuesLinks() {
        Span first = llm("l1", 0, List.of(user("a")), assistant("1"))
                .continuesSpanId(Optional.of("l2"))
                .build();
        Span second = llm("l2", 0, List.of(user("b")), assistant("2"))
                .continuesSpanId(Optional.of("l1"))
                .build();

        assertThat(RunAssembler.assemble(List.of(first, second), 1))
                .isEqualTo(RunAssembler.assemble(List.of(second, first), 1));
    }

    @Test
    void hangsAnOrphanUnderTheUnwrittenRoot() {
        Run run = only(List.of(under("gone", llm("l1", 0, List.of(QUESTION), assistant("1")))));

        assertThat(run.steps()).hasSize(1);
        assertThat(run.repairs()).containsExactly("orphan:l1");
    }

    @Test
    void cutsACircleOfParentsAtItsFirstSpan() {
        Span first = under("b", span(SpanKind.CHAIN, "a", 0));
        Span second = under("a", llm("b", 1, List.of(QUESTION), assistant("1")));
        Run run = only(List.of(second, first));

        assertThat(run.repairs()).containsExactly("cycle:a");
        assertThat(run.depth()).isEqualTo(2);
    }

    @Test
    void takesASpanThatIsItsOwnParentAsARoot() {
        Run run = only(List.of(under("l1", llm("l1", 0, List.of(QUESTION), assistant("1")))));

        assertThat(run.repairs()).isEmpty();
    }

    @Test
    void takesTheNewestOfSpansThatShareAnId() {
        Span old = llm("l1", 0, List.of(QUESTION), assistant("old"))
                .versionAt(NOON)
                .build();
        Span updated = llm("l1", 0, List.of(QUESTION), assistant("new"))
                .versionAt(NOON.plusSeconds(9))
                .build();

        assertThat(only(List.of(updated, old)).output()).contains(assistant("new"));
        assertThat(only(List.of(old, updated)).output()).contains(assistant("new"));
    }

    @Test
    void takesASpanOfTwoSourcesOnceAndSaysSo() {
        Span here = llm("l1", 0, List.of(QUESTION), assistant("1")).build();
        Span there = Span.of("proxy", "t1", "l1", SpanKind.LLM)
                .project("shop")
                .versionAt(here.versionAt())
                .build();
        Run run = only(List.of(there, here));

        assertThat(run.source()).isEqualTo("app");
        assertThat(run.spans()).isEqualTo(1);
        assertThat(run.repairs()).containsExactly("doubled:l1");
    }

    @Test
    void isOneRunWhereTheLogKnowsNoAgent() {
        Run run = only(List.of(
                span(SpanKind.CHAIN, "c", 0).build(), under("c", llm("l1", 1, List.of(QUESTION), assistant("1")))));

        assertThat(run.rootSpanId()).isEmpty();
        assertThat(run.agent()).matches("agent-[0-9a-f]{8}");
        assertThat(run.agentVersion()).matches("p-[0-9a-f]{8}");
        assertThat(run.agentNamed()).isFalse();
    }

    @Test
    void makesTheRunOfAnInnerAgentOneStationOfTheOuterOne() {
        List<Run> runs = RunAssembler.assemble(
                List.of(
                        agent("outer", 0).build(),
                        under("outer", llm("l1", 1, List.of(QUESTION), assistant("ask"))),
                        under("outer", agent("inner", 2)),
                        under("inner", llm("l2", 3, List.of(user("do")), assistant("done"))),
                        under("outer", llm("l3", 4, List.of(user("sum up")), assistant("all done")))),
                1);

        assertThat(runs).extracting(Run::agent).containsExactly("outer", "inner");
        assertThat(runs).extracting(Run::decisionPath).containsExactly("llm > agent:inner > llm", "llm");
        assertThat(runs).extracting(Run::spans).containsExactly(3, 1 + 1);
    }

    @Test
    void keepsModelCallsOutsideOfAllAgentsAsARunOfTheirOwn() {
        List<Run> runs = RunAssembler.assemble(
                List.of(
                        span(SpanKind.CHAIN, "c", 0).build(),
                        under("c", agent("a", 1)),
                        under("c", llm("l1", 2, List.of(QUESTION), assistant("1")))),
                1);

        assertThat(runs).extracting(Run::rootSpanId).containsExactlyInAnyOrder(Optional.empty(), Optional.of("a"));
    }

    @Test
    void makesNoRunOfWhatHoldsAgentsAndCallsNoModel() {
        assertThat(RunAssembler.assemble(List.of(span(SpanKind.CHAIN, "c", 0).build(), under("c", agent("a", 1))), 1))
                .extracting(Run::rootSpanId)
                .containsExactly(Optional.of("a"));
    }

    @Test
    void leavesOutWhatEvaluatorsDo() {
        Run run = only(List.of(
                agent("a", 0).build(),
                under("a", llm("l1", 1, List.of(QUESTION), assistant("1")).usage(tokens(1, 1))),
                under("a", span(SpanKind.EVALUATOR, "e", 2)),
                under(
                        "e",
                        llm("judge", 3, List.of(user("good?")), assistant("yes"))
                                .usage(tokens(50, 50)))));

        assertThat(run.steps()).extracting(Step::spanId).containsExactly("l1");
        assertThat(run.usage()).isEqualTo(tokens(1, 1).orElseThrow());
    }

    @Test
    void makesNoRunOfAnEvaluationAlone() {
        assertThat(RunAssembler.assemble(
                        List.of(
                                span(SpanKind.EVALUATOR, "e", 0).build(),
                                under("e", llm("judge", 1, List.of(QUESTION), assistant("yes")))),
                        1))
                .isEmpty();
    }

    @Test
    void takesTheInnermostModelCallAsTheStep() {
        Run run = only(List.of(
                llm("outer", 0, List.of(user("wrapped")), assistant("wrapped answer"))
                        .usage(tokens(30, 3))
                        .build(),
                under(
                        "outer",
                        llm("inner", 1, List.of(SYSTEM, QUESTION), assistant("1"))
                                .usage(tokens(30, 3)))));

        assertThat(run.steps()).extracting(Step::spanId).containsExactly("inner");
        assertThat(run.input()).containsExactly(user("wrapped"));
        assertThat(run.output()).contains(assistant("wrapped answer"));
        assertThat(run.usage()).isEqualTo(tokens(30, 3).orElseThrow());
    }

    @Test
    void takesAModelCallWhoseToolCallsAModelAsAStepToo() {
        Run run = only(List.of(
                llm("l1", 0, List.of(QUESTION), assistant("1"))
                        .usage(tokens(1, 1))
                        .build(),
                under("l1", tool("u", 1, "search")),
                under("u", llm("l2", 2, List.of(user("rank")), assistant("2")).usage(tokens(2, 2)))));

        assertThat(run.steps()).extracting(Step::spanId).containsExactly("l1", "l2");
        assertThat(run.usage()).isEqualTo(tokens(3, 3).orElseThrow());
    }

    @Test
    void sumsTokensAtTheLeavesAndNotAgainAbove() {
        List<Span> trace = new ArrayList<>(lookupTrace());
        trace.set(
                0,
                trace.get(0).toBuilder()
                        .usage(tokens(30, 12))
                        .costUsd(Optional.of(0.5))
                        .build());

        assertThat(only(trace).usage()).isEqualTo(tokens(30, 12).orElseThrow());
        assertThat(only(trace).costUsd()).contains(0.5);
    }

    @Test
    void takesTheAgentsTokensWhereNoCallCarriesAny() {
        Run run = only(List.of(
                agent("a", 0).usage(tokens(30, 12)).build(),
                under("a", llm("l1", 1, List.of(QUESTION), assistant("1")))));

        assertThat(run.usage()).isEqualTo(tokens(30, 12).orElseThrow());
    }

    @Test
    void doesNotCountTheTokensOfAnInnerAgentInTheOuterOne() {
        List<Run> runs = RunAssembler.assemble(
                List.of(
                        agent("outer", 0).usage(tokens(9, 9)).build(),
                        under("outer", agent("inner", 1)),
                        under(
                                "inner",
                                llm("l1", 2, List.of(QUESTION), assistant("1")).usage(tokens(9, 9)))),
                1);

        assertThat(runs.get(0).usage().inputTokens()).isEmpty();
        assertThat(runs.get(1).usage().inputTokens()).contains(9L);
    }

    @Test
    void tellsErrorsCausesFirstAndOnce() {
        Optional<Failure> timeout = Optional.of(new Failure("timeout", Optional.empty()));
        Run run = only(List.of(
                agent("a", 0).status(Status.ERROR).failure(timeout).build(),
                under("a", llm("l1", 1, List.of(QUESTION), assistant("1"))),
                under("a", tool("u1", 2, "lookup").failure(Optional.of(new Failure("denied", Optional.empty())))),
                under("a", span(SpanKind.LLM, "l2", 3).status(Status.ERROR).failure(timeout))));

        assertThat(run.errorChain()).extracting(Failure::type).containsExactly("denied", "timeout");
        assertThat(run.status()).isEqualTo(Status.ERROR);
        assertThat(run.steps()).extracting(Step::toolFailed).containsExactly(true, false);
    }

    @Test
    void failsWithItsLastStepWhereTheAgentDoesNotSay() {
        Run run = only(List.of(
                llm("l1", 0, List.of(QUESTION), assistant("1"))
                        .status(Status.OK)
                        .build(),
                span(SpanKind.LLM, "l2", 1).status(Status.ERROR).build()));

        assertThat(run.status()).isEqualTo(Status.ERROR);
    }

    @Test
    void findsToolsInTheMessagesWhereTheLogHasNoToolSpans() {
        Message asks = calling(call("1", "lookup", "{}"), call("2", "refund", "{}"));
        Run run = only(List.of(
                llm("l1", 0, List.of(QUESTION), asks).build(),
                llm("l2", 1, List.of(QUESTION, asks, result("1", "found")), assistant("1"))
                        .build()));

        assertThat(run.toolsUsed()).containsExactly("lookup");
        assertThat(run.decisionPath()).isEqualTo("llm > tool:lookup > llm");
    }

    @Test
    void hasNoOutputWhereTheLastAnswerOnlyCallsTools() {
        Run run = only(List.of(llm("l1", 0, List.of(QUESTION), calling(call("1", "lookup", "{}")))
                .build()));

        assertThat(run.output()).isEmpty();
    }

    @Test
    void takesPersonAndSessionFromAnySpanOfTheTrace() {
        List<Run> runs = RunAssembler.assemble(
                List.of(
                        agent("outer", 0).subject(Optional.of("p1")).build(),
                        under("outer", agent("inner", 1)),
                        under("inner", llm("l1", 2, List.of(QUESTION), assistant("1")))),
                1);

        assertThat(runs).extracting(Run::subject).containsOnly(Optional.of("p1"));
    }

    @Test
    void doesNotTakeTheNameOrTheOutcomeOfAnAgentAroundIt() {
        List<Run> runs = RunAssembler.assemble(
                List.of(
                        agent("outer", 0).outcome(Optional.of(1.0)).build(),
                        under("outer", span(SpanKind.AGENT, "inner", 1)),
                        under("inner", llm("l1", 2, List.of(QUESTION), assistant("1")))),
                1);

        assertThat(runs.get(1).agentNamed()).isFalse();
        assertThat(runs.get(1).outcome()).isEmpty();
    }

    @Test
    void findsOneAgentInCallsThatDifferInNumbersAndMarksOnly() {
        assertThat(found("Serve <PERSON_ab> on Monday, ticket 4711."))
                .isEqualTo(found("Serve <PERSON_cd> on Friday, ticket 12."));
        assertThat(found("Serve customers.")).isNotEqualTo(found("Write SQL."));
    }

    @Test
    void survivesATraceOfAHundredThousandLevels() {
        List<Span> deep = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            deep.add(under("s" + (i - 1), span(SpanKind.CHAIN, "s" + i, 0)));
        }

        assertThat(only(deep).depth()).isEqualTo(100_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void makesTheSameRunsOfAnyRandomTraceInAnyOrder(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<Span> spans = randomTrace(random);
            List<Run> runs = RunAssembler.assemble(spans, 1);
            Collections.shuffle(spans, random);

            assertThat(RunAssembler.assemble(spans, 1)).isEqualTo(runs);
            assertThat(runs.stream().map(Run::runId)).doesNotHaveDuplicates();
        }
    }

    /** Any kinds, any parents (missing ones and circles too), any links, few distinct times. */
    private static List<Span> randomTrace(Random random) {
        List<Span> spans = new ArrayList<>();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            SpanKind kind = KINDS.get(random.nextInt(KINDS.size()));
            spans.add(llm("s" + i, random.nextInt(2), List.of(user("q" + random.nextInt(2))), assistant("a"))
                    .kind(kind)
                    .sequence(random.nextInt(2))
                    .status(STATES.get(random.nextInt(STATES.size())))
                    .usage(random.nextBoolean() ? tokens(1, 1) : Optional.empty())
                    .parentSpanId(
                            random.nextInt(4) == 0 ? Optional.empty() : Optional.of("s" + random.nextInt(size + 2)))
                    .continuesSpanId(
                            random.nextInt(3) == 0 ? Optional.of("s" + random.nextInt(size + 2)) : Optional.empty())
                    .build());
        }
        return spans;
    }

    private static String found(String prompt) {
        return only(List.of(llm("l1", 0, List.of(Message.of(Role.SYSTEM, prompt), QUESTION), assistant("1"))
                        .build()))
                .agent();
    }

    private static Run only(List<Span> spans) {
        List<Run> runs = RunAssembler.assemble(spans, 1);
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }
}
