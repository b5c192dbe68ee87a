package dev.logmill.curation.agent;

import static dev.logmill.curation.SampleSpans.LOOKUP;
import static dev.logmill.curation.SampleSpans.agent;
import static dev.logmill.curation.SampleSpans.assistant;
import static dev.logmill.curation.SampleSpans.call;
import static dev.logmill.curation.SampleSpans.calling;
import static dev.logmill.curation.SampleSpans.llm;
import static dev.logmill.curation.SampleSpans.lookupTrace;
import static dev.logmill.curation.SampleSpans.under;
import static dev.logmill.curation.SampleSpans.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.pair.PairMaker;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.RunAssembler;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgentStateTest {
    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @Test
    void countsWhatARunShows() {
        AgentState state = state(lookupTrace());

        assertThat(state.agent()).isEqualTo("a");
        assertThat(state.histogram(AgentState.DEPTH)).isEqualTo(Map.of("2", 1L));
        assertThat(state.histogram(AgentState.CALLS)).isEqualTo(Map.of("2", 1L));
        assertThat(state.histogram(AgentState.TURNS)).isEqualTo(Map.of("1", 1L));
        assertThat(state.histogram(AgentState.OFFERED)).isEqualTo(Map.of("1", 1L));
        assertThat(state.histogram(AgentState.SUCCESS)).isEqualTo(Map.of("yes", 1L));
        assertThat(state.histogram(AgentState.TEMPLATE).values()).containsExactly(2L);
        assertThat(state.histogram(AgentState.TOOL).values()).containsExactlyInAnyOrder(2L, 1L);
        assertThat(state.histogram(AgentState.TOOL)).containsEntry("none", 1L);
        assertThat(state.histogram(AgentState.ANSWER)).hasSize(2);
    }

    @Test
    void takesARunForGoodThatDidNotFailUnlessItsOutcomeSaysOtherwise() {
        Span good = answered("q", "fine").build();
        assertThat(success(good)).containsOnlyKeys("yes");
        assertThat(success(good.toBuilder().status(Status.ERROR).build())).containsOnlyKeys("no");
        assertThat(success(good.toBuilder().outcome(Optional.of(0.0)).build())).containsOnlyKeys("no");
        assertThat(success(good.toBuilder()
                        .status(Status.ERROR)
                        .outcome(Optional.of(1.0))
                        .build()))
                .containsOnlyKeys("yes");
    }

    @Test
    void countsACallOnceWhereTheAgentsSpanMakesAJobOfItToo() {
        AgentState state = state(List.of(
                agent("a", 0).messagesIn(List.of(user("order=7"))).build(),
                under("a", llm("l1", 1, List.of(system("Answer."), user("Order 7?")), assistant("Shipped.")))));

        assertThat(state.histogram(AgentState.TEMPLATE).values()).containsExactly(1L);
        assertThat(state.histogram(AgentState.ANSWER).values()).containsExactly(1L);
    }

    @Test
    void takesOneAnswerForTheSameWhetherItIsAJobOrAStep() {
        AgentState job = state(List.of(answered("q", "fine").build()));
        AgentState step = state(List.of(
                answered("q", "fine").build(),
                llm("l2", 5, List.of(user("and then?")), assistant("done"))
                        .agent(Optional.of("a"))
                        .build()));

        assertThat(step.histogram(AgentState.ANSWER).keySet())
                .containsAll(job.histogram(AgentState.ANSWER).keySet());
    }

    @Test
    void tellsTemplatesApartByTheirWordsAndNotByTheirNumbers() {
        AgentState seven = state(List.of(prompted("You serve shop 7.")));
        AgentState eight = state(List.of(prompted("You serve shop 8.")));
        AgentState bank = state(List.of(prompted("You serve a bank.")));

        assertThat(seven.histogram(AgentState.TEMPLATE)).isEqualTo(eight.histogram(AgentState.TEMPLATE));
        assertThat(seven.histogram(AgentState.TEMPLATE)).isNotEqualTo(bank.histogram(AgentState.TEMPLATE));
    }

    @Test
    void countsTheWordsOfAPromptThatChangeFromCallToCall() {
        assertThat(state(List.of(prompted("On Monday you serve shop-7 and <EMAIL_1>, kindly.")))
                        .histogram(AgentState.PROMPT))
                .isEqualTo(Map.of(AgentState.SLOT, 3L, AgentState.FIXED, 5L));
        assertThat(state(List.of(answered("q", "fine").build())).histogram(AgentState.PROMPT))
                .isEmpty();
    }

    @Test
    void takesJsonWithTheSameKeysAndShortTextsForForms() {
        Map<String, Long> one = form("{\"team\": \"billing\", \"sure\": 1}");

        assertThat(form("{\"sure\": 0, \"team\": \"sales\"}")).isEqualTo(one);
        assertThat(form("{\"team\": \"billing\"}")).isNotEqualTo(one);
        assertThat(form("billing")).isNotEqualTo(form("sales"));
        assertThat(form("x".repeat(41))).containsOnlyKeys(AgentState.PROSE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addsUpToTheSameInAnyOrderAndGrouping(int seed) {
        Random random = new Random(seed);
        List<AgentState> states = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            states.add(random(random));
        }
        AgentState whole = AgentState.sum(states);
        Collections.shuffle(states, random);
        while (states.size() > 1) {
            AgentState one = states.remove(random.nextInt(states.size()));
            AgentState other = states.remove(random.nextInt(states.size()));
            states.add(one.plus(other));
        }
        assertThat(states).containsExactly(whole);
    }

    @Test
    void addsUpToTheSameAlsoWhereMoreAnswersComeThanItKeeps() {
        List<AgentState> nights = new ArrayList<>();
        for (int night = 0; night < 6; night++) {
            List<AgentState> runs = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                runs.add(state(List.of(
                        answered("question " + (night * 300 + i), "answer").build())));
            }
            nights.add(AgentState.sum(runs));
        }
        AgentState whole = AgentState.sum(nights);
        Collections.reverse(nights);
        AgentState pairwise = nights.stream().reduce(AgentState::plus).orElseThrow();

        assertThat(pairwise).isEqualTo(whole);
        assertThat(whole.histogram(AgentState.ANSWER)).hasSize(1024);
        assertThat(whole.histogram(AgentState.SUCCESS)).containsEntry("yes", 2400L);
    }

    /** What does not fit into a bounded state must not look like one thing that comes very often. */
    @Test
    void doesNotMakeASprawlingAgentLookNarrow() {
        List<AgentState> runs = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            String word = Integer.toString(i)
                    .chars()
                    .mapToObj(digit -> Character.toString(digit - '0' + 'a'))
                    .collect(Collectors.joining());
            runs.add(state(List.of(llm("l1", 1, List.of(system(word), user("q")), calling(call("x", "tool" + i, "{}")))
                    .build())));
            runs.add(state(List.of(answered("q", "answer " + i).build())));
        }
        Agent agent = new Narrowness(NarrownessConfig.defaults())
                .measure(AgentState.sum(runs), List.of(), LocalDate.parse("2026-03-01"), 1);

        // Half of the runs have no prompt, and half of the answers are no call.
        assertThat(agent.templateCoverage().orElseThrow()).isBetween(0.5, 0.51);
        assertThat(agent.effectiveTools().orElseThrow()).isGreaterThan(50);
        assertThat(agent.outputForm().orElseThrow()).isLessThan(0.05);
    }

    private static AgentState random(Random random) {
        Message answer = random.nextBoolean()
                ? assistant("answer " + random.nextInt(50))
                : calling(call("x", "tool" + random.nextInt(5), "{}"));
        List<Message> input =
                List.of(system("Prompt " + "abcdefgh".charAt(random.nextInt(8))), user("q" + random.nextInt(90)));
        Span span = llm("l1", 1, input, answer)
                .agent(Optional.of("a"))
                .agentVersion(Optional.of("1"))
                .tools(random.nextBoolean() ? List.of(LOOKUP) : List.of())
                .outcome(random.nextBoolean() ? Optional.of((double) random.nextInt(2)) : Optional.empty())
                .build();
        return state(List.of(span));
    }

    private static Map<String, Long> success(Span span) {
        return state(List.of(span)).histogram(AgentState.SUCCESS);
    }

    private static Map<String, Long> form(String answer) {
        return state(List.of(answered("q", answer).build())).histogram(AgentState.FORM);
    }

    private static SpanBuilder answered(String question, String answer) {
        return llm("l1", 1, List.of(user(question)), assistant(answer)).agent(Optional.of("a"));
    }

    private static Span prompted(String prompt) {
        return llm("l1", 1, List.of(system(prompt), user("q")), assistant("fine"))
                .build();
    }

    private static Message system(String text) {
        return Message.of(Role.SYSTEM, text);
    }

    private static AgentState state(List<Span> spans) {
        List<Run> runs = RunAssembler.assemble(spans, 1);
        assertThat(runs).hasSize(1);
        return AgentState.of(runs.get(0), PairMaker.pairs(runs.get(0)));
    }
}
