package dev.logmill.export.rule;

import static dev.logmill.export.SampleExamples.ANSWER;
import static dev.logmill.export.SampleExamples.LOOKS_UP;
import static dev.logmill.export.SampleExamples.LOOKUP;
import static dev.logmill.export.SampleExamples.QUESTION;
import static dev.logmill.export.SampleExamples.assistant;
import static dev.logmill.export.SampleExamples.call;
import static dev.logmill.export.SampleExamples.preference;
import static dev.logmill.export.SampleExamples.speaking;
import static dev.logmill.export.rule.Breaches.ALL;
import static dev.logmill.export.rule.Breaches.TRL;
import static dev.logmill.export.rule.Breaches.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import dev.logmill.export.target.TargetFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What trainers silently get wrong of better-and-worse answers: each is caught before a file is published. */
class PreferenceTrapsTest {
    @Test
    void chosenEqualToRejectedWouldTeachNothing() {
        assertThat(RowRules.breach(Example.of(preference(ANSWER, assistant(" It was  sent.\n"))), ALL))
                .contains(new Breach("v060-answers-differ", "both answers are the same 12 characters"));
        assertThat(rule(Example.of(preference(assistant("{\"a\":1,\"b\":2}"), assistant("{\"b\": 2, \"a\": 1}"))), ALL))
                .isEqualTo("v060-answers-differ");
        assertThat(rule(
                        Example.of(preference(
                                List.of(QUESTION),
                                List.of(LOOKUP),
                                LOOKS_UP,
                                speaking(Optional.empty(), call("c2", "{\"order\": 7}")))),
                        TRL))
                .isEqualTo("v060-answers-differ");
    }

    @Test
    void anAnswerThatBeginsTheOtherWouldLeaveOneEmptyWhereTrainersCutWhatTheyShare() {
        assertThat(rule(Example.of(preference(ANSWER, assistant("It was sent. Bye."))), ALL))
                .isEqualTo("v061-no-answer-begins-the-other");
        assertThat(rule(Example.of(preference(assistant("It was sent. Bye."), ANSWER)), ALL))
                .isEqualTo("v061-no-answer-begins-the-other");
    }

    @Test
    void chosenOverSeveralTurnsWouldTrainToolResultsAsTheModelsWords() throws Exception {
        JsonNode row = Json.parse("""
                {"prompt":[{"role":"user","content":"a"}],"rejected":[{"role":"assistant","content":"z"}],"chosen":[
                {"role":"assistant","content":"b"},{"role":"tool","content":"c","tool_call_id":"d"}]}""");

        assertThat(RowRules.breach(Row.of(TargetFormat.TRL.target(), Kind.PREFERENCE, row)))
                .contains(new Breach("v020-one-trained-turn", "answer of 2 messages, wanted 1"));
    }

    @Test
    void rejectedOverSeveralTurnsIsRefusedAsWell() throws Exception {
        JsonNode row = Json.parse("""
                {"prompt":[{"role":"user","content":"a"}],"chosen":[{"role":"assistant","content":"z"}],"rejected":[]}""");

        assertThat(RowRules.breach(Row.of(TargetFormat.TRL.target(), Kind.PREFERENCE, row)))
                .contains(new Breach("v020-one-trained-turn", "rejected answer of 0 messages, wanted 1"));
    }
}
