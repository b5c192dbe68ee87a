package dev.logmill.export.example;

import static dev.logmill.export.SampleExamples.ANSWER;
import static dev.logmill.export.SampleExamples.FOUND;
import static dev.logmill.export.SampleExamples.LOOKS_UP;
import static dev.logmill.export.SampleExamples.LOOKUP;
import static dev.logmill.export.SampleExamples.QUESTION;
import static dev.logmill.export.SampleExamples.SYSTEM;
import static dev.logmill.export.SampleExamples.assistant;
import static dev.logmill.export.SampleExamples.example;
import static dev.logmill.export.SampleExamples.pair;
import static dev.logmill.export.SampleExamples.preference;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleTest {
    @Test
    void theSamePairIsTheSameExampleInEveryVersion() {
        assertThat(Example.of(pair(List.of(QUESTION), List.of(LOOKUP), ANSWER)).exampleId())
                .isEqualTo(Example.of(pair(List.of(QUESTION), List.of(LOOKUP), ANSWER))
                        .exampleId())
                .matches("ex_[0-9a-f]{32}");
    }

    @Test
    void anotherInputOutputOrToolIsAnotherExample() {
        assertThat(List.of(
                        example(List.of(QUESTION), List.of(LOOKUP), ANSWER).exampleId(),
                        example(List.of(SYSTEM, QUESTION), List.of(LOOKUP), ANSWER)
                                .exampleId(),
                        example(List.of(QUESTION), List.of(), ANSWER).exampleId(),
                        example(List.of(QUESTION), List.of(LOOKUP), assistant("No idea."))
                                .exampleId(),
                        Example.of(preference(List.of(QUESTION), List.of(LOOKUP), ANSWER, assistant("No idea.")))
                                .exampleId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void countsTheCharactersOfTextsCallsAndTools() {
        Example whole = example(List.of(QUESTION, LOOKS_UP, FOUND), List.of(LOOKUP), ANSWER);

        // 17 asked, "lookup" with 11 of arguments, 17 found, 12 answered; 6, 14 and 59 of the tool.
        assertThat(whole.characters()).isEqualTo(17 + 6 + 11 + 17 + 12 + 6 + 14 + 59);
        assertThat(Example.of(preference(List.of(QUESTION), List.of(), ANSWER, assistant("No idea.")))
                        .characters())
                .isEqualTo(17 + 12 + 8);
    }
}
