package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFeedbackTest {
    private static final String CALL = "'trace_id':'t','span_id':'s','user':'ann','session_id':'c',"
            + "'start_time':1769246447,'end_time':1769246448,'request':{'messages':[{'role':'user','content':'hi'}]},"
            + "'response':{'choices':[{'finish_reason':'stop','message':{'content':'yo'}}]}";

    private static Signal beside(String feedback) throws Exception {
        Reading.Read read = Records.read("{" + CALL + "," + feedback + "}");
        assertThat(read.spans()).hasSize(1);
        assertThat(read.signals()).hasSize(1);
        return read.signals().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'feedback':'up'                      | THUMB   | 1",
                "'feedback':-1                        | THUMB   | 0",
                "'feedback':{'thumb':false}           | THUMB   | 0",
                "'feedback':{'rating':'thumbs_up'}    | THUMB   | 1",
                "'feedback':{'thumbs':-1}             | THUMB   | 0",
                "'feedback':{'thumbs_down':true}      | THUMB   | 0",
                "'feedback':{'type':'thumb','value':'up'} | THUMB | 1",
                "'dislike':true                       | THUMB   | 0",
                "'feedback':{'type':'thumbs_down','reason':'wrong'} | THUMB | 0",
                "'feedback':{'value':'thumbs_down'}   | THUMB   | 0",
                "'feedback':{'value':'down','comment':'no'} | THUMB | 0",
                "'feedback':{'sentiment':'negative'}  | THUMB   | 0",
                "'feedback':{'thumbs_up':false}       | THUMB   | 0",
                "'feedback':{'liked':false}           | THUMB   | 0",
                "'feedback':{'helpful':false}         | THUMB   | 0",
                "'feedback':{'is_positive':false}     | THUMB   | 0",
                "'feedback':{'is_wrong':true}         | THUMB   | 0",
                "'feedback':{'label':'bad'}           | THUMB   | 0",
                "'feedback':{'name':'thumbs','value':0} | THUMB | 0",
                "'feedback':{'name':'user-feedback','value':-1} | THUMB | 0",
                "'feedback':{'value':1,'weight':1}    | THUMB   | 1",
                "'feedback':{'value':-1}              | THUMB   | 0",
                "'feedback':{'type':'rating','value':4} | RATING | 0.75",
                "'feedback':{'name':'helpful','value':'no'} | THUMB | 0",
                "'feedback':{'name':'hallucination','value':'yes'} | THUMB | 0",
                "'feedback':{'name':'quality','value':0.25} | RATING | 0.25",
                "'feedback':0.25                      | RATING  | 0.25",
                "'feedback_type':'thumbs_down'        | THUMB   | 0",
                "'feedback_score':0                   | RATING  | 0",
                "'feedback_score':-1                  | THUMB   | 0",
                "'user_feedback':{'type':'thumbs_down'} | THUMB | 0",
                "'is_helpful':true                    | THUMB   | 1",
                "'feedback':{'rating':4}              | RATING  | 0.75",
                "'feedback':{'rating':9,'scale':10}   | RATING  | 0.8888888888888888",
                "'feedback':{'score':0.25}            | RATING  | 0.25",
                "'score':0.5                          | RATING  | 0.5",
                "'reward':1                           | OUTCOME | 1",
                "'outcome':'escalated'                | OUTCOME | 0",
                "'metadata':{'feedback':'down'}       | THUMB   | 0"
            })
    void readsAMarkBesideItsCall(String feedback, SignalChannel channel, double value) throws Exception {
        Signal signal = beside(feedback);
        assertThat(signal.channel()).isEqualTo(channel);
        assertThat(signal.value()).contains(value);
        assertThat(signal.traceId()).contains("t");
        assertThat(signal.spanId()).contains("s");
        assertThat(signal.subject()).contains("ann");
        assertThat(signal.eventAt()).contains(Instant.ofEpochSecond(1769246448));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'feedback':{'type':'thumbs_down','reason':'No rain.'}",
                "'feedback':{'thumb':'down','explanation':'No rain.'}",
                "'feedback':'It says No rain.'",
                "'correction':'No rain.'",
                "'corrected_output':{'content':'No rain.'}",
                "'user_correction':'No rain.'",
                "'edited_response':{'role':'assistant','content':'No rain.'}",
                "'feedback':{'corrected_output':'No rain.'}"
            })
    void readsWhatIsSaidInWords(String feedback) throws Exception {
        Signal signal = beside(feedback);
        assertThat(signal.text()).hasValueSatisfying(text -> assertThat(text).endsWith("No rain."));
        assertThat(signal.channel() == SignalChannel.CORRECTION)
                .isEqualTo(feedback.contains("correct") || feedback.contains("edited"));
    }

    /** A form that nobody filled in says nothing, and neither does a flag that is not set beside a call. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'liked':false",
                "'is_helpful':false",
                "'thumbs':12",
                "'csat':9",
                "'correction':false",
                "'feedback':{'thumbs_down':false,'thumbs_up':false}",
                "'feedback':{'type':'rating','value':null}",
                "'feedback':'none'"
            })
    void whatNobodySaidMakesNoSignalAndIsNotRefused(String feedback) throws Exception {
        Told told = told("{" + CALL + "," + feedback + "}");
        assertThat(told.signals()).isEmpty();
        assertThat(told.refusals()).isEmpty();
        assertThat(told.span(0).attributes()).contains(feedback.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'feedback':'meh'",
                "'feedback':{'rating':7}",
                "'feedback':4",
                "'feedback':{'value':1}",
                "'feedback':{'type':'sideways'}",
                "'user_feedback':{'tone':'kind'}",
                "'metadata':{'feedback':'meh'}"
            })
    void feedbackThatIsNotUnderstoodIsRefusedAndItsCallIsRead(String feedback) {
        Told told = told("{" + CALL + "," + feedback + "}");
        assertThat(told.spans()).hasSize(1);
        assertThat(told.signals()).isEmpty();
        assertThat(told.refusals()).singleElement().asString().contains("feedback: no mark that is known");
        assertThat(told.span(0).attributes()).contains("eedback");
    }

    private static Told told(String record) {
        return Told.by(new OpenAiLog(), "a.json", record.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answersToSeveralQuestionsAreSeveralPiecesOfFeedbackAndAThumbSaidAgainIsOne() throws Exception {
        assertThat(Records.read("{" + CALL + ",'feedback':[{'name':'helpful','value':'yes','timestamp':1769300000},"
                                + "{'name':'tone','value':'bad','timestamp':1769300001}]}")
                        .signals())
                .extracting(Signal::feedbackId)
                .doesNotHaveDuplicates();
        assertThat(id("{'trace_id':'t','feedback':{'type':'thumbs_up'}}"))
                .isEqualTo(id("{'trace_id':'t','feedback':{'type':'thumbs_down'}}"));
    }

    @Test
    void readsSeveralMarksOfOnePieceOfFeedback() throws Exception {
        Reading.Read read = Records.read(
                "{" + CALL + ",'feedback':[{'id':'f','thumb':'down','comment':'wrong',"
                        + "'correction':{'content':'It is 42'},'user':{'id':'bob'},'timestamp':1769300000},{'id':'g','rating':5}]}");
        assertThat(read.signals())
                .extracting(Signal::channel)
                .containsExactly(SignalChannel.THUMB, SignalChannel.CORRECTION, SignalChannel.RATING);
        assertThat(read.signals())
                .extracting(Signal::text)
                .containsExactly(Optional.of("wrong"), Optional.of("It is 42"), Optional.empty());
        assertThat(read.signals().get(0).subject()).contains("bob");
        assertThat(read.signals().get(0).eventAt()).contains(Instant.ofEpochSecond(1769300000));
        assertThat(read.signals()).extracting(Signal::feedbackId).containsExactly("f", "f", "g");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'trace_id':'t','span_id':'s','outcome':0 | OUTCOME | 0",
                "'trace_id':'t','reward':1                | OUTCOME | 1",
                "'session_id':'c','score':0.25            | RATING  | 0.25",
                "'trace_id':'t','liked':false             | THUMB   | 0",
                "'trace_id':'t','is_helpful':false        | THUMB   | 0",
                "'trace_id':'t','thumbs_up':false,'thumbs_down':true | THUMB | 0"
            })
    void readsHowATaskCameOutThatIsToldLateAndAlone(String told, SignalChannel channel, double value) throws Exception {
        Reading.Read read = Records.read("{" + told + ",'timestamp':1769900000}");
        assertThat(read.spans()).isEmpty();
        assertThat(read.signals()).singleElement().satisfies(signal -> {
            assertThat(signal.channel()).isEqualTo(channel);
            assertThat(signal.value()).contains(value);
            assertThat(signal.eventAt()).contains(Instant.ofEpochSecond(1769900000));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"'outcome':0", "'score':1,'model':'m'"})
    void takesAMarkThatIsAboutNothingForNoFeedback(String record) {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> Records.read("{" + record + "}"))
                .withMessageContaining("looked for");
    }

    @Test
    void tellsWhichMarksAreKnownWhereOneIsNone() {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> Records.read("{'trace_id':'t','feedback':{'rating':7}}"))
                .withMessageContaining("a rating 1 to 5 or has its scale beside it");
    }

    @Test
    void readsFeedbackThatComesLateAndAlone() throws Exception {
        Reading.Read read = Records.read("{'trace_id':'t','span_id':'s','user':'ann','timestamp':1769900000,"
                + "'feedback':{'id':'f','rating':'down'}}");
        assertThat(read.spans()).isEmpty();
        Signal signal = read.signals().get(0);
        assertThat(signal.traceId()).contains("t");
        assertThat(signal.eventAt()).contains(Instant.ofEpochSecond(1769900000));
        assertThat(signal.feedbackId())
                .isEqualTo(Records.read("{'trace_id':'t','feedback':{'id':'f','withdrawn':true,'rating':'down'}}")
                        .signals()
                        .get(0)
                        .feedbackId());
    }

    @Test
    void takesBackWhatWasWithdrawn() throws Exception {
        Signal signal = beside("'feedback':{'id':'f','thumb':'up','withdrawn':true,'supersedes':'e'}");
        assertThat(signal.withdrawn()).isTrue();
        assertThat(signal.value()).isEmpty();
        assertThat(signal.supersedes()).contains("e");
    }

    @Test
    void takesBackByItsIdAloneWhateverWasSaidUnderIt() throws Exception {
        Signal signal = Records.read("{'feedback':{'id':'f','withdrawn':true}}")
                .signals()
                .get(0);
        assertThat(signal.feedbackId()).isEqualTo("f");
        assertThat(signal.withdrawn()).isTrue();
        assertThat(signal.traceId()).isEmpty();
    }

    @Test
    void takesBackWithoutAnIdWhateverItsPersonSaid() throws Exception {
        String said = "{'trace_id':'t','feedback':{'user_id':'ann','thumb':'up','rating':4,'correction':'x'}}";
        String takenBack = "{'trace_id':'t','feedback':{'user_id':'ann','withdrawn':true}}";
        assertThat(Records.read(takenBack).signals())
                .allMatch(Signal::withdrawn)
                .extracting(Signal::feedbackId)
                .containsExactlyInAnyOrderElementsOf(Records.read(said).signals().stream()
                        .map(Signal::feedbackId)
                        .toList());
    }

    @Test
    void takesWhatOnePersonSaysAgainForAnEditAndWhatAnotherSaysForAnotherVote() throws Exception {
        String ann = id("{'trace_id':'t','feedback':{'user_id':'ann','thumb':'up'}}");
        assertThat(id("{'trace_id':'t','feedback':{'user_id':'ann','thumb':'down'}}"))
                .isEqualTo(ann);
        assertThat(id("{'trace_id':'t','feedback':{'user_id':'bob','thumb':'down'}}"))
                .isNotEqualTo(ann);
    }

    private static String id(String record) throws Exception {
        return Records.read(record).signals().get(0).feedbackId();
    }

    @Test
    void tellsAScoreBesideFromOneInTheFeedback() throws Exception {
        assertThat(Records.read("{" + CALL + ",'score':0.5,'feedback':{'score':1}}")
                        .signals())
                .extracting(Signal::feedbackId)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'feedback':{'id':'f','thumb':'up'}}", "{'feedback':{'withdrawn':true}}", "{'feedback':'up'}"})
    void refusesFeedbackThatIsAboutNothing(String record) {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> Records.read(record))
                .withMessageContaining("neither a trace, a span nor a session that it is about");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"'feedback':'meh'", "'feedback':{'rating':7}", "'feedback':{}", "'score':3", "'reward':'maybe'"})
    void makesNoSignalOfAMarkThatSaysNothing(String feedback) throws Exception {
        assertThat(Records.read("{" + CALL + "," + feedback + "}").signals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'thumbs':'down'             | THUMB  | 0",
                "'thumbs':'Thumbs up'        | THUMB  | 1",
                "'thumb':-1                  | THUMB  | 0",
                "'vote':true                 | THUMB  | 1",
                "'reaction':'dislike'        | THUMB  | 0",
                "'user_feedback':'negative'  | THUMB  | 0",
                "'thumbs_up':true            | THUMB  | 1",
                "'thumbs_down':'true'        | THUMB  | 0",
                "'rating':4                  | RATING | 0.75",
                "'rating':'2'                | RATING | 0.25",
                "'rating':'bad'              | THUMB  | 0",
                "'metadata':{'thumbs':'up'}  | THUMB  | 1"
            })
    void readsAVoteInAColumnOfItsOwn(String vote, SignalChannel channel, double value) throws Exception {
        readsAMarkBesideItsCall(vote, channel, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'user_feedback':{'score':1,'comment':'as asked'}  | RATING | 1",
                "'user_feedback':{'score':-1,'comment':'as asked'} | THUMB  | 0",
                "'vote':{'thumb':'down','comment':'as asked'}      | THUMB  | 0",
                "'user_feedback':[{'rating':4,'comment':'as asked'}] | RATING | 0.75"
            })
    void aVoteWithFieldsOfItsOwnIsFeedback(String vote, SignalChannel channel, double value) throws Exception {
        readsAMarkBesideItsCall(vote, channel, value);
        Reading.Read read = Records.read("{" + CALL + "," + vote + "}");
        assertThat(read.signals().get(0).text()).contains("as asked");
        assertThat(read.spans().get(0).attributes()).doesNotContain("as asked");
        assertThat(Records.read("{'trace_id':'t'," + vote + "}").signals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'thumbs':'sideways'",
                "'user_feedback':{'tone':'kind'}",
                "'thumbs_up':false",
                "'rating':9",
                "'rating':'fair'",
                "'feedback':'so so'"
            })
    void whatIsNoVoteStaysInTheAttributes(String vote) throws Exception {
        Reading.Read read = Records.read("{" + CALL + "," + vote + "}");
        assertThat(read.signals()).isEmpty();
        assertThat(read.spans().get(0).attributes()).contains(vote.replace('\'', '"'));
    }

    @Test
    void aPromptWithItsCompletionAndAThumbIsACallWithFeedback() throws Exception {
        Reading.Read read = Records.read(
                "{'id':'h1','created_at':'2026-11-20T10:00:00Z','model':'m','prompt':'Where?','completion':'There.','thumbs':'down'}");
        assertThat(read.spans()).singleElement().satisfies(span -> assertThat(span.messagesOut())
                .hasSize(1));
        assertThat(read.signals()).singleElement().satisfies(signal -> {
            assertThat(signal.value()).contains(0.0);
            assertThat(signal.eventAt()).contains(Instant.parse("2026-11-20T10:00:00Z"));
        });
    }

    @Test
    void aVoteThatCameLaterIsOfTheTraceThatItNames() throws Exception {
        Reading.Read read = Records.read("{'trace_id':'t','thumbs':'down','timestamp':1769300000}");
        assertThat(read.spans()).isEmpty();
        assertThat(read.signals()).singleElement().satisfies(signal -> {
            assertThat(signal.traceId()).contains("t");
            assertThat(signal.value()).contains(0.0);
        });
    }
}
