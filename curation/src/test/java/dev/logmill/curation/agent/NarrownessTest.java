package dev.logmill.curation.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.logmill.curation.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NarrownessTest {
    private static final LocalDate NIGHT = LocalDate.parse("2026-03-01");

    /** Gates that everything passes. */
    private static final NarrownessConfig OPEN =
            new NarrownessConfig(30, 0, 0, 0, 1, 1e9, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 0, 0, 0);

    @Test
    void measuresTheShareOfTheMostFrequentTemplate() {
        assertThat(measured(state(AgentState.TEMPLATE, Map.of("1", 18L, "2", 1L, "3", 1L)))
                        .templateCoverage())
                .contains(0.9);
    }

    @Test
    void measuresTheShareOfThePromptThatChanges() {
        assertThat(measured(state(AgentState.PROMPT, Map.of(AgentState.SLOT, 3L, AgentState.FIXED, 9L)))
                        .slotShare())
                .contains(0.25);
        assertThat(measured(state(AgentState.TEMPLATE, Map.of("none", 3L))).slotShare())
                .isEmpty();
    }

    /** Choices at 1/2, 1/4, 1/4: an entropy of 1.5 ln 2. */
    @Test
    void measuresHowManyToolsAreChosenFromAsIfEquallyOften() {
        assertThat(measured(state(AgentState.TOOL, Map.of("none", 2L, "1", 1L, "2", 1L)))
                        .effectiveTools()
                        .orElseThrow())
                .isEqualTo(Math.pow(2, 1.5), within(1e-12));
        assertThat(measured(state(AgentState.TOOL, Map.of("1", 7L))).effectiveTools())
                .contains(1.0);
    }

    @Test
    void measuresTheMostToolsOfferedAtOnce() {
        assertThat(measured(state(AgentState.OFFERED, Map.of("3", 1000L, "12", 1L)))
                        .toolsOffered())
                .isEqualTo(12);
    }

    /** The smallest number that at least 95 % do not exceed: of 20 numbers the 19th. */
    @Test
    void measuresTheShapeAtTheNinetyFifthPercentile() {
        assertThat(measured(state(AgentState.DEPTH, Map.of("2", 19L, "30", 1L))).depth95())
                .isEqualTo(2);
        assertThat(measured(state(AgentState.CALLS, Map.of("2", 18L, "9", 1L, "10", 1L)))
                        .calls95())
                .isEqualTo(9);
        assertThat(measured(state(AgentState.TURNS, Map.of("9", 1L, "10", 1L))).turns95())
                .isEqualTo(10);
    }

    @Test
    void measuresTheShareOfAnswersThatHaveOneOfTheMostFrequentForms() {
        assertThat(measured(state(AgentState.FORM, Map.of("1", 6L, "2", 2L, AgentState.PROSE, 2L)))
                        .outputForm()
                        .orElseThrow())
                .isEqualTo(0.8, within(1e-12));
        assertThat(measured(state(AgentState.FORM, Map.of(AgentState.PROSE, 2L)))
                        .outputForm())
                .contains(0.0);
    }

    @Test
    void takesNoMoreThanTwentyFormsForAnEnumeration() {
        Map<String, Long> forms = new TreeMap<>();
        for (int form = 0; form < 100; form++) {
            forms.put(Integer.toString(form), 1L);
        }
        assertThat(measured(state(AgentState.FORM, forms)).outputForm().orElseThrow())
                .isEqualTo(0.2, within(1e-12));
    }

    /** Input a came 4 times, 3 of them with one answer; b twice with two answers; c once, which shows nothing. */
    @Test
    void measuresHowOftenARepeatedInputGetsItsUsualAnswer() {
        Map<String, Long> answers = Map.of("a:1", 3L, "a:2", 1L, "b:1", 1L, "b:2", 1L, "c:1", 1L);

        assertThat(measured(state(AgentState.ANSWER, answers)).sameAnswer().orElseThrow())
                .isEqualTo(4.0 / 6, within(1e-12));
        assertThat(measured(state(AgentState.ANSWER, Map.of("c:1", 1L))).sameAnswer())
                .isEmpty();
    }

    /** After n successes alone the posterior is Beta(n + 1, 1), whose 5 % quantile is 0.05 to the 1 / (n + 1). */
    @Test
    void measuresALowerBoundOfSuccess() {
        assertThat(measured(state(AgentState.SUCCESS, Map.of("yes", 9L))).successLower())
                .isEqualTo(Math.pow(0.05, 0.1), within(1e-9));
        assertThat(measured(state(AgentState.SUCCESS, Map.of("no", 9L))).successLower())
                .isEqualTo(1 - Math.pow(0.95, 0.1), within(1e-9));
    }

    @Test
    void measuresTheWholeWindowAndSaysWhatOfItIsTonights() {
        Agent agent = new Narrowness(OPEN)
                .measure(
                        state(AgentState.SUCCESS, Map.of("yes", 2L)),
                        List.of(
                                state(AgentState.SUCCESS, Map.of("yes", 3L)),
                                state(AgentState.SUCCESS, Map.of("no", 5L))),
                        NIGHT,
                        1);

        assertThat(agent.runsTonight()).isEqualTo(2);
        assertThat(agent.runs()).isEqualTo(10);
        assertThat(agent.nights()).isEqualTo(3);
        assertThat(agent.state())
                .isEqualTo(state(AgentState.SUCCESS, Map.of("yes", 2L)).counts());
    }

    @Test
    void isNarrowWhereEveryGateHolds() {
        Agent agent = new Narrowness(NarrownessConfig.defaults()).measure(narrow(), List.of(), NIGHT, 1);

        assertThat(agent.bindingGate()).isEmpty();
        assertThat(agent.narrow()).isTrue();
    }

    @Test
    void namesEachGateThatDoesNotHoldWithItsMeasureAndLimit() {
        assertThat(binding(new NarrownessConfig(30, 101, 0, 0, 1, 9, 99, 99, 99, 99, 0, 0, 0)))
                .isEqualTo("runs 100 < narrowness.min-runs 101");
        assertThat(binding(new NarrownessConfig(30, 0, 2, 0, 1, 9, 99, 99, 99, 99, 0, 0, 0)))
                .isEqualTo("nights 1 < narrowness.min-nights 2");
        assertThat(binding(new NarrownessConfig(30, 0, 0, 0.96, 1, 9, 99, 99, 99, 99, 0, 0, 0)))
                .isEqualTo("template-coverage 0.950 < narrowness.min-template-coverage 0.960");
        assertThat(binding(new NarrownessConfig(30, 0, 0, 0, 0.19, 9, 99, 99, 99, 99, 0, 0, 0)))
                .isEqualTo("slot-share 0.200 > narrowness.max-slot-share 0.190");
        assertThat(binding(new NarrownessConfig(30, 0, 0, 0, 1, 1.5, 99, 99, 99, 99, 0, 0, 0)))
                .isEqualTo("effective-tools 2 > narrowness.max-effective-tools 1.500");
        assertThat(binding(new NarrownessConfig(30, 0, 0, 0, 1, 9, 3, 99, 99, 99, 0, 0, 0)))
                .isEqualTo("tools-offered 4 > narrowness.max-tools-offered 3");
        assertThat(binding(new NarrownessConfig(30, 0, 0, 0, 1, 9, 99, 1, 99, 99, 0, 0, 0)))
                .isEqualTo("depth 2 > narrowness.max-depth 1");
        assertThat(binding(new NarrownessConfig(30, 0, 0, 0, 1, 9, 99, 99, 1, 99, 0, 0, 0)))
                .isEqualTo("calls 2 > narrowness.max-calls 1");
        assertThat(binding(new NarrownessConfig(30, 0, 0, 0, 1, 9, 99, 99, 99, 0, 0, 0, 0)))
                .isEqualTo("turns 1 > narrowness.max-turns 0");
        assertThat(binding(new NarrownessConfig(30, 0, 0, 0, 1, 9, 99, 99, 99, 99, 0.96, 0, 0)))
                .isEqualTo("output-form 0.950 < narrowness.min-output-form 0.960");
        assertThat(binding(new NarrownessConfig(30, 0, 0, 0, 1, 9, 99, 99, 99, 99, 0, 0.91, 0)))
                .isEqualTo("same-answer 0.900 < narrowness.min-same-answer 0.910");
        assertThat(binding(new NarrownessConfig(30, 0, 0, 0, 1, 9, 99, 99, 99, 99, 0, 0, 0.99)))
                .startsWith("success 0.9")
                .endsWith(" < narrowness.min-success 0.990");
    }

    @Test
    void writesFiguresTheSameWhereverItRuns() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(binding(new NarrownessConfig(30, 0, 0, 0.96, 1, 9, 99, 99, 99, 99, 0, 0, 0)))
                    .isEqualTo("template-coverage 0.950 < narrowness.min-template-coverage 0.960");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void tellsProblemsOfItsGatesEachWithItsKey() {
        NarrownessConfig config = new NarrownessConfig(0, 0, 9, -1, 2, Double.NaN, 1, 1, 1, 1, 2, Double.NaN, 1.1);

        assertThat(NarrownessConfig.defaults().problems("narrowness.")).isEmpty();
        assertThat(config.problems("narrowness."))
                .extracting(problem -> problem.substring("narrowness.".length(), problem.indexOf(' ')))
                .containsExactly(
                        "window-days",
                        "min-nights",
                        "min-template-coverage",
                        "max-slot-share",
                        "min-output-form",
                        "min-same-answer",
                        "min-success",
                        "max-effective-tools");
    }

    private static String binding(NarrownessConfig config) {
        return new Narrowness(config)
                .measure(narrow(), List.of(), NIGHT, 1)
                .bindingGate()
                .orElse("none");
    }

    private static AgentState narrow() {
        return AgentState.sum(List.of(
                state(AgentState.SUCCESS, Map.of("yes", 98L, "no", 2L)),
                state(AgentState.TEMPLATE, Map.of("1", 95L, "2", 5L)),
                state(AgentState.PROMPT, Map.of(AgentState.SLOT, 40L, AgentState.FIXED, 160L)),
                state(AgentState.TOOL, Map.of("1", 5L, "none", 5L)),
                state(AgentState.OFFERED, Map.of("4", 100L)),
                state(AgentState.DEPTH, Map.of("2", 100L)),
                state(AgentState.CALLS, Map.of("2", 100L)),
                state(AgentState.TURNS, Map.of("1", 100L)),
                state(AgentState.FORM, Map.of("1", 95L, AgentState.PROSE, 5L)),
                state(AgentState.ANSWER, Map.of("a:1", 9L, "a:2", 1L))));
    }

    private static Agent measured(AgentState state) {
        return new Narrowness(OPEN).measure(state, List.of(), NIGHT, 1);
    }

    private static AgentState state(String histogram, Map<String, Long> bins) {
        return new AgentState("router", "1", Json.canonical(Json.MAPPER.valueToTree(Map.of(histogram, bins))));
    }
}
