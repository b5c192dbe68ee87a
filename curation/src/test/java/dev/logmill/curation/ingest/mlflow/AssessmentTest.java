package dev.logmill.curation.ingest.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.feedback.StandingSignals;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {
    private static Told read(String user, String assessments) {
        String trace = "{'info':{'trace_id':'t','trace_metadata':{" + user + "},'assessments':[" + assessments
                + "]},'data':{'spans':[{'name':'n','span_id':'s'}]}}";
        return Told.by(new MlflowLog(), "a.json", trace.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String assessment(String name, String source, String rest) {
        return "{'assessment_id':'a','assessment_name':'" + name + "','source':{" + source + "}," + rest + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Who gave it, what of, what value | the channel
                "'source_type':'HUMAN','source_id':'erika' | 'feedback':{'value':true} | THUMB",
                "'source_type':'HUMAN','source_id':'erika' | 'feedback':{'value':0.5} | RATING",
                "'source_type':'HUMAN','source_id':'default' | 'feedback':{'value':'no'} | THUMB",
                "'source_type':'human' | 'feedback':{'value':1} | THUMB",
                "'source_type':'HUMAN','source_id':'otto' | 'feedback':{'value':true} | REVIEWER",
                "'source_type':'HUMAN','source_id':'erika' | 'feedback':{'value':true},'overrides':'b' | REVIEWER",
                "'source_type':'HUMAN','source_id':'erika' | 'feedback':{'value':true},'metadata':{'mlflow.assessment.sourceRunId':'r'} | REVIEWER",
                "'source_type':'HUMAN','source_id':'erika' | 'feedback':{'value':'blue'},'rationale':'fine' | RATING",
                "'source_type':'LLM_JUDGE','source_id':'erika' | 'feedback':{'value':true} | JUDGE",
                "'source_type':'AI_JUDGE' | 'feedback':{'value':true} | JUDGE",
                "'source_type':'CODE' | 'feedback':{'value':true} | JUDGE",
                "'source_id':'erika' | 'feedback':{'value':true} | JUDGE"
            })
    void aJudgeIsNoPersonAndAReviewerNoUser(String source, String rest, SignalChannel channel) {
        Told told = read("'mlflow.trace.user':'erika'", assessment("n", source, rest));
        assertThat(told.signals()).extracting(Signal::channel).containsExactly(channel);
    }

    @Test
    void whereNobodyKnowsTheUserAPersonIsTakenForOne() {
        Told told = read("", assessment("n", "'source_type':'HUMAN','source_id':'otto'", "'feedback':{'value':true}"));
        assertThat(told.signals()).extracting(Signal::channel).containsExactly(SignalChannel.THUMB);
        assertThat(told.signals().get(0).subject()).contains("otto");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "correct | true | 1",
                "correct | 'yes' | 1",
                "correct | '\"no\"' | 0",
                "correct | 'incorrect' | 0",
                "correct | 0.25 | 0.25",
                "correct | '0.25' | 0.25",
                "correct | 0 | 0",
                "hallucination | true | 0",
                "hallucination | 0.25 | 0.75",
                "toxicity | 'no' | 1"
            })
    void values(String name, String value, double read) {
        String given = "'feedback':{'value':" + value.replace("\"", "\\'") + "}";
        assertThat(read("", assessment(name, "'source_type':'CODE'", given))
                        .signals()
                        .get(0)
                        .value())
                .contains(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'feedback':{'value':'blue'}",
                "'feedback':{'value':{'a':true}}",
                "'feedback':{'value':null,'error':{'error_code':'E'}}",
                "'issue':{'issue_name':'slow'},'rationale':'always'",
                "'expectation':{'value':'blue'}"
            })
    void whatSaysNeitherGoodNorBadIsKeptOnTheTracesRoot(String given) {
        Told told = read("", assessment("colour", "'source_type':'HUMAN','source_id':'otto'", given));
        assertThat(told.signals()).isEmpty();
        assertThat(told.refusals()).isEmpty();
        assertThat(told.span(0).attributes())
                .contains("\"name\":\"colour\"", "\"source_type\":\"HUMAN\"")
                .doesNotContain("otto");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "expected_response | HUMAN | 'Blue.' | Blue.",
                "Ground truth | HUMAN | 'Blue.' | Blue.",
                "expected_response | LLM_JUDGE | 'Blue.' |",
                "expected_response | HUMAN | ['Blue.'] |",
                "expected_response | HUMAN | '' |",
                "expected_intent | HUMAN | 'buy' |"
            })
    void aPersonsWholeAnswerIsACorrection(String name, String giver, String value, String correction) {
        Told told =
                read("", assessment(name, "'source_type':'" + giver + "'", "'expectation':{'value':" + value + "}"));
        assertThat(told.signals())
                .extracting(signal -> signal.channel() + " " + signal.text().orElse("") + signal.value())
                .isEqualTo(Optional.ofNullable(correction).map(text -> "CORRECTION " + text + Optional.empty()).stream()
                        .toList());
    }

    @Test
    void theLastChangeIsItsVersionAndNotWhenItWasSaid() {
        Told told = read(
                "",
                assessment(
                        "n",
                        "'source_type':'HUMAN'",
                        "'span_id':'s','feedback':{'value':true},'create_time':'2026-11-01T00:00:00Z','last_update_time':'2026-11-02T00:00:00Z'"));
        assertThat(told.signals().get(0).eventAt()).contains(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(told.signals().get(0).versionAt()).contains(Instant.parse("2026-11-02T00:00:00Z"));
        assertThat(told.signals().get(0).spanId()).contains("s");
        assertThat(told.signals().get(0).traceId()).contains("t");
    }

    @Test
    void whatWasOverriddenDoesNotStand() {
        String judge =
                "{'assessment_id':'a','assessment_name':'n','source':{'source_type':'LLM_JUDGE'},'feedback':{'value':false},"
                        + "'valid':false}";
        String person =
                "{'assessment_id':'b','assessment_name':'n','source':{'source_type':'HUMAN'},'feedback':{'value':true},"
                        + "'overrides':'a','valid':true}";
        for (String first : new String[] {judge, judge.replace("'valid':false", "'valid':true")}) {
            Told told = read("", first + "," + person);
            assertThat(told.signals()).hasSize(2);
            assertThat(StandingSignals.of(told.signals()))
                    .extracting(Signal::feedbackId)
                    .containsExactly("b");
        }
        assertThat(StandingSignals.of(read("", judge).signals())).isEmpty();
    }

    @Test
    void withoutAnIdWhatOneSaysAgainIsAnEdit() {
        String said = "{'name':'n','source':{'source_type':'HUMAN','source_id':'otto'},'feedback':{'value':true}}";
        String again = said.replace("true", "false");
        String other = said.replace("otto", "erika");
        assertThat(read("", String.join(",", said, again, other)).signals())
                .extracting(Signal::feedbackId)
                .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2)));
    }
}
