package dev.logmill.export.rule;

import static dev.logmill.export.SampleExamples.ANSWER;
import static dev.logmill.export.SampleExamples.LOOKS_UP;
import static dev.logmill.export.SampleExamples.LOOKUP;
import static dev.logmill.export.SampleExamples.QUESTION;
import static dev.logmill.export.SampleExamples.answering;
import static dev.logmill.export.SampleExamples.assistant;
import static dev.logmill.export.SampleExamples.call;
import static dev.logmill.export.SampleExamples.example;
import static dev.logmill.export.SampleExamples.preference;
import static dev.logmill.export.SampleExamples.speaking;
import static dev.logmill.export.SampleExamples.user;
import static dev.logmill.export.rule.Breaches.ALL;
import static dev.logmill.export.rule.Breaches.TRL;
import static dev.logmill.export.rule.Breaches.breach;
import static dev.logmill.export.rule.Breaches.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import dev.logmill.export.target.Feature;
import dev.logmill.export.target.TargetFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Hugging Face {@code datasets} silently gets wrong of a file: each is caught before one is published. */
class LoaderTrapsTest {
    @ParameterizedTest
    @EnumSource(TargetFormat.class)
    void everyColumnIsDeclaredSoThatStringsLikeDatesStayStrings(TargetFormat format) {
        Example plain = answering(user("2026-01-02"), ANSWER);
        Example tooled = example(List.of(QUESTION), List.of(LOOKUP), LOOKS_UP);
        Example better = Example.of(preference(ANSWER, assistant("2026-01-02")));

        assertThat(declared(format, Kind.SFT, true)).containsExactlyInAnyOrderElementsOf(columns(format, tooled));
        assertThat(declared(format, Kind.PREFERENCE, false))
                .containsExactlyInAnyOrderElementsOf(columns(format, better));
        assertThat(declared(format, Kind.SFT, format == TargetFormat.TRL))
                .containsExactlyInAnyOrderElementsOf(columns(format, plain));
    }

    @ParameterizedTest
    @EnumSource(TargetFormat.class)
    void columnsAreNotThoseOfAnAgentTraceNorThoseThatTrainersTakeForTokens(TargetFormat format) {
        for (Kind kind : Kind.values()) {
            assertThat(declared(format, kind, true))
                    .doesNotContain("id", "source", "model", "system_prompt", "input_ids", "labels", "text");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "18446744073709551616"})
    void integersFromTwoToTheSixtyThirdUpWouldBecomeFloats(String number) {
        Message calls = speaking(Optional.empty(), call("c1", "{\"order\":%s}".formatted(number)));

        assertThat(rule(example(List.of(QUESTION), List.of(LOOKUP), calls), TRL))
                .isEqualTo("v006-exact-numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "-9223372036854775808", "0.1", "1e300", "5.0"})
    void numbersThatReadersKeepAreKept(String number) {
        Message calls = speaking(Optional.empty(), call("c1", "{\"order\":%s}".formatted(number)));

        assertThat(breach(example(List.of(QUESTION), List.of(LOOKUP), calls))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.12345678901234567890123", "1e400"})
    void decimalsThatADoubleDoesNotHoldWouldComeBackAsTheirNeighbours(String number) {
        Message calls = speaking(Optional.empty(), call("c1", "{\"order\":%s}".formatted(number)));

        assertThat(rule(example(List.of(QUESTION), List.of(LOOKUP), calls), TRL))
                .isEqualTo("v006-exact-numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800b", "\udc00", "end\ud83d", "nul\u0000"})
    void aLoneSurrogateWouldBeDroppedAndANulMayEndAText(String text) {
        assertThat(rule(answering(user(text), ANSWER), ALL)).isEqualTo("v007-whole-text");
        assertThat(rule(answering(QUESTION, assistant(text)), ALL)).isEqualTo("v007-whole-text");
    }

    @Test
    void aLoneSurrogateInTheKeyOfAnArgumentIsFoundToo() {
        Message calls = speaking(Optional.empty(), call("c1", "{\"\\ud800\":1}"));

        assertThat(rule(example(List.of(QUESTION), List.of(LOOKUP), calls), TRL))
                .isEqualTo("v007-whole-text");
    }

    @Test
    void wholeEmojisAreNoLoneSurrogates() {
        assertThat(breach(answering(user("\ud83d\ude00 where?"), ANSWER))).isEmpty();
    }

    private static List<String> declared(TargetFormat format, Kind kind, boolean withTools) {
        return format.target().features(kind, withTools).stream()
                .map(Feature::name)
                .toList();
    }

    private static List<String> columns(TargetFormat format, Example example) {
        List<String> columns = new ArrayList<>();
        format.target().row(example).fieldNames().forEachRemaining(columns::add);
        return columns;
    }
}
